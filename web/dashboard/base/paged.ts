import { createEffect, createSignal, on, type Accessor } from 'solid-js'
import { createStore } from 'solid-js/store'

export type Page<Row> = { rows: Row[]; next: string | null }

export type Paged<Row> = {
  rows: Row[]
  /** 'first' while there is nothing to show yet. */
  busy: Accessor<'first' | 'changed' | 'more' | false>
  error: Accessor<unknown>
  hasMore: Accessor<boolean>
  more: () => Promise<void>
  again: () => Promise<void>
  change: (id: string, changes: Partial<Row>) => void
  remove: (id: string) => void
}

/** A list that comes page by page. A new input starts over; the old rows stay until it is there. */
export function createPaged<Input, Row extends { id: string }>(
  input: Accessor<Input>,
  fetchPage: (input: Input, cursor: string | null) => Promise<Page<Row>>,
): Paged<Row> {
  const [state, setState] = createStore<{ rows: Row[] }>({ rows: [] })
  const [next, setNext] = createSignal<string | null>(null)
  const [busy, setBusy] = createSignal<'first' | 'changed' | 'more' | false>('first')
  const [error, setError] = createSignal<unknown>(null)
  let latest = 0

  const read = async (cursor: string | null) => {
    const mine = ++latest
    setBusy(cursor ? 'more' : state.rows.length > 0 ? 'changed' : 'first')
    setError(null)
    try {
      const page = await fetchPage(input(), cursor)
      if (mine !== latest) return
      setState('rows', (rows) => (cursor ? [...rows, ...page.rows] : page.rows))
      setNext(page.next)
    } catch (problem) {
      if (mine === latest) setError(problem)
    }
    if (mine === latest) setBusy(false)
  }
  createEffect(on(input, () => void read(null)))

  return {
    get rows() {
      return state.rows
    },
    busy,
    error,
    hasMore: () => next() !== null,
    more: () => read(next()),
    again: () => read(null),
    change: (id, changes) => setState('rows', (row) => row.id === id, changes as never),
    remove: (id) => setState('rows', (rows) => rows.filter((row) => row.id !== id)),
  }
}
