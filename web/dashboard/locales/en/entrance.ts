export default {
  signIn: {
    title: 'Sign in',
    forgot: 'Forgot your password? Ask an admin for a reset link.',
    nobody:
      'Nobody has an account here yet. The address for making the first one was printed where Ohlas was started.',
    email: 'E-mail',
    password: 'Password',
    wrong: 'Wrong e-mail or password.',
    often: 'Too many attempts. Try again in 15 minutes.',
    failed: 'Couldn’t sign you in. Check your connection and try again.',
    otherAddress:
      'This server is set up as {{ address }} (PUBLIC_URL), but you opened it as {{ opened }}.',
    unknownAddress:
      'This server does not know the address {{ opened }}. Set PUBLIC_URL to it on the server.',
  },
  setup: {
    title: 'Set up Ohlas',
    lead: 'You will be the first administrator. This takes a minute and happens once.',
    company: 'Company',
    name: 'Your name',
    email: 'Your e-mail',
    password: 'Password',
    passwordHelp: 'At least 10 characters.',
    passwordShort: 'Too short: use at least 10 characters.',
    missing: 'Required',
    notEmail: 'Enter an address such as ada@example.com.',
    tooLong: 'This is too long.',
    submit: 'Create account',
    used: 'Ohlas has been set up already. Sign in with your account.',
    wrong:
      'This address does not open the set-up: it is incomplete, or from an earlier start. Open the one that Ohlas printed when it last started.',
    failed: 'That could not be saved. What you typed is still here; try again.',
  },
  password: {
    weak: 'This password is too easy to guess. Don’t use a common one, or your name, e-mail or company.',
  },
  accountLink: {
    join: 'Join {{ company }}',
    reset: 'Choose a new password',
    ended: 'This link doesn’t work any more',
    used: 'It works once and was used already. Sign in, or ask an admin for a new link.',
    expired: 'It has expired. Ask an admin for a new link.',
    withdrawn: 'It was withdrawn. Ask an admin if you need a new link.',
    unknown: 'The link may be incomplete. Copy the whole address and open it again.',
    newPassword: 'New password',
    taken: 'This address has an account already. Sign in with it.',
    submit: 'Create account',
    submitReset: 'Save and sign in',
  },
}
