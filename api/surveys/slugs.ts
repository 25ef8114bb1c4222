import { randomBytes } from 'node:crypto'

/** Creates a survey's slug: its name in plain letters, and a unique suffix. */
export function slugFor(name: string): string {
  const words = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replace(/^-+|-+$/g, '')
  return `${words || 'survey'}-${randomBytes(3).toString('hex')}`
}
