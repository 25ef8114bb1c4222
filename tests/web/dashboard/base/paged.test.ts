import { createRoot, createSignal } from 'solid-js'
import { expect, it } from 'vitest'
import { createPaged, type Page } from '../../../../web/dashboard/base/paged.ts'
import { settled } from '../support/requests.ts'

type Row = { id: string; read?: boolean }
type Request = {
  input: string
  cursor: string | null
  answer: (ids: string, next?: string) => Promise<void>
  fail: () => Promise<void>
}

/** A list whose pages come when the test says so. */
function paging() {
  const requests: Request[] = []
  return createRoot(() => {
    const [input, setInput] = createSignal('first')
    const list = createPaged<string, Row>(input, (asked, cursor) => {
      const { promise, resolve, reject } = deferred<Page<Row>>()
      requests.push({
        input: asked,
        cursor,
        answer: (ids, next) => {
          resolve({ rows: rowsOf(ids), next: next ?? null })
          return settled()
        },
        fail: () => {
          reject(new Error('not reached'))
          return settled()
        },
      })
      return promise
    })
    return { list, setInput, requests, shown: () => list.rows.map(({ id }) => id).join('') }
  })
}

function deferred<T>() {
  let resolve!: (value: T) => void
  let reject!: (reason: Error) => void
  const promise = new Promise<T>((done, failed) => ([resolve, reject] = [done, failed]))
  return { promise, resolve, reject }
}
const rowsOf = (ids: string): Row[] => [...ids].map((id) => ({ id }))
it('reads the first page at once, and the next ones on demand', async () => {
  const { list, requests, shown } = paging()
  expect(list.busy()).toBe('first')
  await requests[0]!.answer('ab', 'after b')
  expect([shown(), list.busy(), list.hasMore()]).toEqual(['ab', false, true])

  const more = list.more()
  expect(list.busy()).toBe('more')
  expect(requests[1]).toMatchObject({ input: 'first', cursor: 'after b' })
  await requests[1]!.answer('c')
  await more
  expect([shown(), list.busy(), list.hasMore()]).toEqual(['abc', false, false])
})

it('keeps the rows until those of another input have arrived', async () => {
  const { list, setInput, requests, shown } = paging()
  await requests[0]!.answer('ab', 'after b')
  setInput('second')
  expect([shown(), list.busy()]).toEqual(['ab', 'changed'])
  expect(requests[1]).toMatchObject({ input: 'second', cursor: null })
  await requests[1]!.answer('x')
  expect([shown(), list.hasMore()]).toEqual(['x', false])
})

it('shows only the latest request’s rows, in whatever order pages arrive', async () => {
  const { list, setInput, requests, shown } = paging()
  setInput('second')
  await requests[1]!.answer('x')
  await requests[0]!.answer('ab')
  expect([shown(), list.busy()]).toEqual(['x', false])
  void list.again()
  setInput('third')
  await requests[2]!.fail()
  expect([list.error(), list.busy()]).toEqual([null, 'changed'])
})

it('reports that a page could not be read, and reads it again', async () => {
  const { list, requests, shown } = paging()
  await requests[0]!.answer('ab', 'after b')
  void list.more()
  await requests[1]!.fail()
  expect(list.error()).toMatchObject({ message: 'not reached' })
  expect([shown(), list.busy(), list.hasMore()]).toEqual(['ab', false, true])
  void list.more()
  expect(list.error()).toBe(null)
  await requests[2]!.answer('c')
  expect(shown()).toBe('abc')
})

it('changes and removes a row where it stands', async () => {
  const { list, requests, shown } = paging()
  await requests[0]!.answer('abc')
  list.change('b', { read: true })
  expect(list.rows[1]).toEqual({ id: 'b', read: true })
  list.remove('a')
  expect(shown()).toBe('bc')
})
