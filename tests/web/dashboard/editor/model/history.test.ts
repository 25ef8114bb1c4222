import { expect, it } from 'vitest'
import { begin, redo, step, undo } from '../../../../../web/dashboard/editor/model/history.ts'

it('groups typing in one field into one step, until a pause or another field', () => {
  let history = begin('')
  for (const [at, word] of ['T', 'Th', 'Tha'].entries())
    history = step(history, word, 'thanks', at * 100)
  expect(undo(history).present).toBe('')
  history = step(history, 'Thank', 'thanks', 60_000)
  expect(undo(history).present).toBe('Tha')
  history = step(history, 'Thank you', 'ask', 60_100)
  expect(undo(history).present).toBe('Thank')
})

it('makes unnamed changes steps of their own, however quickly they follow', () => {
  const history = step(step(begin(0), 1, null, 0), 2, null, 1)
  expect(undo(history).present).toBe(1)
})

it('undoes and redoes, until something else is written', () => {
  const history = step(step(begin(0), 1, null, 0), 2, null, 1)
  const back = undo(undo(history))
  expect([back.present, undo(back).present]).toEqual([0, 0])
  expect(redo(redo(redo(back))).present).toBe(2)
  const other = step(back, 9, null, 2)
  expect(redo(other).present).toBe(9)
})

it('begins a new step when something was undone in between', () => {
  const typed = step(step(begin(''), 'a', 'ask', 0), 'ab', null, 1)
  const again = step(undo(typed), 'ac', 'ask', 2)
  expect(undo(again).present).toBe('a')
})
