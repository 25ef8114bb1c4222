export default {
  signIn: {
    title: 'Sign in',
    nobody:
      'Nobody has an account here yet. The address for making the first one was printed where Ohlas was started.',
    email: 'E-mail',
    password: 'Password',
    wrong: 'Wrong e-mail or password. Check both and try again.',
    often: 'That was tried too often. Wait a quarter of an hour, then try again.',
    failed: 'You could not be signed in. Check the connection and try again.',
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
    passwordShort: 'Too short so far: it takes at least 10 characters.',
    missing: 'Please fill this in.',
    notEmail: 'This is not an e-mail address. One looks like eva@example.com.',
    tooLong: 'This is too long.',
    submit: 'Begin',
    used: 'Ohlas has been set up already. Sign in with your account.',
    wrong:
      'This address does not open the set-up: it is incomplete, or from an earlier start. Open the one that Ohlas printed when it last started.',
    failed: 'That could not be saved. What you typed is still here; try again.',
  },
}
