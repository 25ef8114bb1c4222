/** Whether a text can be a survey's slug and needs to be looked up. */
export function isSlug(text: string): boolean {
  return /^[a-z0-9-]+$/.test(text)
}
