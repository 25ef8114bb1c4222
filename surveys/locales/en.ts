/** The words of the customer's page itself; a survey's own texts are in its definition. */
export const en = {
  next: 'Continue',
  send: 'Send',
  optional: 'optional',
  saving: 'Saving…',
  saved: 'Saved',
  unsent: 'Not sent yet',
  waiting: 'Not saved yet. Your answer is kept on this device and will be sent by itself.',
  change: 'Change my answer',
  language: 'Language',
  pickNumber: 'Please pick a number first.',
  check: 'Please check this answer.',
  tooLong: 'This is a little too long. Up to {count} characters fit here.',
  tooLargeTitle: 'This is too long',
  tooLarge: 'This is more than the page can take. Please go back and shorten it.',
  expired: 'This page has been open for a long time. Please send your answer once more.',
  failed:
    'Something went wrong here. Your answer is still on this page, please send it again in a moment.',
  brokenTitle: 'Something went wrong here',
  broken: 'Please try again in a moment.',
  closedTitle: 'This survey is closed',
  closed: 'Thank you for stopping by. It is not taking answers at the moment.',
  unknownTitle: 'There is no survey here',
  unknown: 'The address may be incomplete. Please open the link from your message once more.',
}

export type Words = Record<keyof typeof en, string>
