import { createMemo, createSignal, type Accessor } from 'solid-js'

export type Selection<Row> = {
  /** The selected rows, in the order shown. */
  rows: Accessor<Row[]>
  has: (id: string) => boolean
  /** Selects or deselects a row; `extend` selects all rows from the last toggled one to it. */
  toggle: (id: string, extend?: boolean) => void
  all: () => void
  none: () => void
}

/** The selected rows of a list, at most `most`. A row that leaves the list is deselected. */
export function createSelection<Row extends { id: string }>(
  shown: Accessor<Row[]>,
  most: number,
): Selection<Row> {
  const [ids, setIds] = createSignal<ReadonlySet<string>>(new Set())
  const rows = createMemo(() =>
    shown()
      .filter(({ id }) => ids().has(id))
      .slice(0, most),
  )
  const selected = createMemo(() => new Set(rows().map(({ id }) => id)))
  let last: string | null = null

  const between = (from: string | null, to: string) => {
    const places = [from, to].map((id) => shown().findIndex((row) => row.id === id))
    if (places.includes(-1)) return [to]
    return shown()
      .slice(Math.min(...places), Math.max(...places) + 1)
      .map(({ id }) => id)
  }

  return {
    rows,
    has: (id) => selected().has(id),
    toggle(id, extend = false) {
      const next = new Set(selected())
      if (extend) for (const each of between(last, id)) next.add(each)
      else if (!next.delete(id)) next.add(id)
      last = id
      setIds(next)
    },
    all: () => setIds(new Set(shown().map(({ id }) => id))),
    none: () => setIds(new Set<string>()),
  }
}
