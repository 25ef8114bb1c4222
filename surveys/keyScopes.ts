/**
 * What an API key may do. `read`: surveys, scores, and responses without names. `followUp`: work on
 * follow-ups and whatever else leads do. `export`. `ask`: create links to surveys. `admin`: everything.
 */
export const KEY_SCOPES = ['read', 'followUp', 'export', 'ask', 'admin'] as const

export type KeyScope = (typeof KEY_SCOPES)[number]

/** Scopes with which a key sees customers' names. */
export const NAMING_SCOPES: readonly KeyScope[] = ['followUp', 'export', 'admin']
