/** Whether a text has the form of a survey's slug. No other text needs to be looked up. */
export function isSlug(text: string): boolean {
  return /^[a-z0-9-]+$/.test(text)
}
