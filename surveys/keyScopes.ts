/**
 * What an API key may do: `read` surveys, scores and responses without names; `followUp` on cases and do
 * what else leads do; `export`; `ask` customers by creating links; or, as `admin`, everything.
 */
export const KEY_SCOPES = ['read', 'followUp', 'export', 'ask', 'admin'] as const

export type KeyScope = (typeof KEY_SCOPES)[number]

/** With one of these a key sees customers' names. */
export const NAMING_SCOPES: readonly KeyScope[] = ['followUp', 'export', 'admin']
