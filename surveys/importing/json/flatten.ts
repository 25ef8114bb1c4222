/**
 * Flattens a JSON object to cells by path: `{ person: { email } }` → `person.email`. Joins lists of plain
 * values. Objects in a list get a path by their label if they have one (Delighted's additional answers,
 * Retently's customProps), otherwise by their position.
 */
export function flatten(object: object): Map<string, string> {
  const cells = new Map<string, string>()
  add(cells, '', object, 0)
  return cells
}

const DEEPEST = 6

function add(cells: Map<string, string>, path: string, value: unknown, depth: number): void {
  if (value === null || value === undefined) return
  if (typeof value !== 'object') {
    cells.set(path, typeof value === 'string' ? value.trim() : JSON.stringify(value))
    return
  }
  if (depth === DEEPEST) return
  if (!Array.isArray(value)) {
    for (const [key, inner] of Object.entries(value)) add(cells, join(path, key), inner, depth + 1)
    return
  }
  if (value.every((inner) => typeof inner !== 'object')) {
    if (value.length) cells.set(path, value.join(', '))
    return
  }
  value.forEach((inner: unknown, index) => {
    const label = labelOf(inner)
    if (label) add(cells, join(path, label.name), label.value, depth + 1)
    else add(cells, join(path, String(index + 1)), inner, depth + 1)
  })
}

function labelOf(value: unknown): { name: string; value: unknown } | null {
  if (typeof value !== 'object' || value === null || !('value' in value)) return null
  const { label, name, key, question } = value as Record<string, unknown>
  const named = [label, name, key, (question as { text?: unknown } | undefined)?.text]
  const found = named.find((text) => typeof text === 'string')
  return found === undefined ? null : { name: found, value: value.value }
}

const join = (path: string, key: string) => (path ? `${path}.${key}` : key)
