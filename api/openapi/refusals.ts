/** Error responses by status: their name among the document's components. */
const REFUSALS: Record<number, [name: string, description: string]> = {
  400: ['BadRequest', 'Something in the request can’t be accepted; `errors` names each field.'],
  401: ['Unauthorized', 'Neither signed in nor with a key that is known.'],
  403: ['Forbidden', 'Not allowed to whoever asks, or sent by a page of another address.'],
  404: ['NotFound', 'What the path names is not there.'],
  409: ['Conflict', 'Not possible as things stand, such as after somebody else’s change.'],
  410: ['Gone', 'The survey is closed, the link was used, or the response was erased.'],
  413: ['TooLarge', 'The body is larger than is taken.'],
  428: ['ProofNeeded', 'To be sent again with `proof`, the solution of `challenge`.'],
  429: [
    'TooManyTries',
    'Tried too often; the header `Retry-After` says in how many seconds again.',
  ],
}

const content = {
  'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
}

/** Problem details (RFC 9457) for every status, as components of the document. */
export const PROBLEMS = {
  ...Object.fromEntries(
    Object.values(REFUSALS).map(([name, description]) => [name, { description, content }]),
  ),
  Unexpected: { description: 'Anything else that went wrong.', content },
}

export const UNEXPECTED = { $ref: '#/components/responses/Unexpected' }

/** An operation's error response. */
export function refusal(status: number) {
  const [name] = REFUSALS[status]!
  return { $ref: `#/components/responses/${name}` }
}
