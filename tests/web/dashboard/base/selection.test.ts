import { createRoot, createSignal } from 'solid-js'
import { expect, it } from 'vitest'
import { createSelection } from '../../../../web/dashboard/base/selection.ts'

/** A list of rows named by letters, of which at most `most` may be chosen. */
const selecting = (letters: string, most = 100) =>
  createRoot(() => {
    const [shown, setShown] = createSignal(rowsOf(letters))
    const selection = createSelection(shown, most)
    return {
      ...selection,
      show: (letters: string) => setShown(rowsOf(letters)),
      chosen: () =>
        selection
          .rows()
          .map(({ id }) => id)
          .join(''),
    }
  })
const rowsOf = (letters: string) => [...letters].map((id) => ({ id }))

it('selects a row and deselects it, in the order shown', () => {
  const list = selecting('abc')
  list.toggle('c')
  list.toggle('a')
  expect(list.chosen()).toBe('ac')
  list.toggle('c')
  expect(list.chosen()).toBe('a')
  expect([list.has('a'), list.has('c')]).toEqual([true, false])
})

it('selects a range from the last row touched, up or down', () => {
  const list = selecting('abcdef')
  list.toggle('b')
  list.toggle('d', true)
  expect(list.chosen()).toBe('bcd')
  list.toggle('f')
  list.toggle('e', true)
  expect(list.chosen()).toBe('bcdef')
})

it('selects one row if the last one touched is no longer shown, or none was', () => {
  const list = selecting('abcd')
  list.toggle('c', true)
  expect(list.chosen()).toBe('c')
  list.toggle('a')
  list.show('bcd')
  list.toggle('d', true)
  expect(list.chosen()).toBe('cd')
})

it('deselects rows that leave the list, and does not reselect them when they return', () => {
  const list = selecting('abc')
  list.all()
  list.show('bc')
  expect(list.chosen()).toBe('bc')
  list.toggle('b')
  list.show('abc')
  expect(list.chosen()).toBe('c')
  list.none()
  expect(list.chosen()).toBe('')
})

it('selects no more rows than may be changed at once', () => {
  const list = selecting('abcdef', 3)
  list.all()
  expect(list.chosen()).toBe('abc')
  expect(list.has('d')).toBe(false)
})
