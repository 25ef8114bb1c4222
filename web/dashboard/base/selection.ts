import { createMemo, createSignal, type Accessor } from 'solid-js'

export type Selection<Row> = {
  /** Those of the rows shown that are chosen, in the order shown. */
  rows: Accessor<Row[]>
  has: (id: string) => boolean
  /** Chooses a row or leaves it again; `reaching` chooses all from the last one touched to it. */
  toggle: (id: string, reaching?: boolean) => void
  all: () => void
  none: () => void
}

/** Which rows of a list are chosen, `most` of them at once. A row that leaves the list is not. */
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
  const chosen = createMemo(() => new Set(rows().map(({ id }) => id)))
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
    has: (id) => chosen().has(id),
    toggle(id, reaching = false) {
      const next = new Set(chosen())
      if (reaching) for (const each of between(last, id)) next.add(each)
      else if (!next.delete(id)) next.add(id)
      last = id
      setIds(next)
    },
    all: () => setIds(new Set(shown().map(({ id }) => id))),
    none: () => setIds(new Set<string>()),
  }
}
