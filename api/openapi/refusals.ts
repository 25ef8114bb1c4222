/** Error responses by status: name of the component, and description. */
const REFUSALS: Record<number, [name: string, description: string]> = {
  400: ['BadRequest', 'The request is invalid; `errors` names each field.'],
  401: ['Unauthorized', 'Neither a session nor a valid key.'],
  403: [
    'Forbidden',
    'The role is insufficient, or the request came from a page of another origin.',
  ],
  404: ['NotFound', 'Nothing exists at this path.'],
  409: ['Conflict', 'The request conflicts with the stored state, such as someone else’s change.'],
  410: ['Gone', 'The survey is closed, the link was used, or the response was erased.'],
  413: ['TooLarge', 'The body is too large.'],
  428: [
    'ProofNeeded',
    'Solve `challenge`, and send the request again with the solution as `proof`.',
  ],
  429: ['TooManyTries', 'Too many attempts; `Retry-After` says after how many seconds to retry.'],
}

const content = {
  'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
}

/** Problem details (RFC 9457) for every status, as components of the document. */
export const PROBLEMS = {
  ...Object.fromEntries(
    Object.values(REFUSALS).map(([name, description]) => [name, { description, content }]),
  ),
  Unexpected: { description: 'Any other problem.', content },
}

export const UNEXPECTED = { $ref: '#/components/responses/Unexpected' }

/** Refers to the error response of a status. */
export function refusal(status: number) {
  const [name] = REFUSALS[status]!
  return { $ref: `#/components/responses/${name}` }
}
