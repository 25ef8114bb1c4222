import { describe, expect, test } from 'vitest'
import { REPRODUCED } from './reproduced.ts'
import vectors from './vectors.json'

type Value = number | null | (number | null)[]
type Vector = {
  id: string
  kind: string
  tolerance: number
  /** Where a value is printed with fewer digits than the others. */
  tolerances?: Record<string, number>
  source: string
}
const published = vectors as unknown as (Vector & {
  input: never
  expected: Record<string, Value>
})[]

describe('published numbers', () => {
  test.each(published)('$id: $kind comes out as in $source', ({ kind, input, ...vector }) => {
    const results = REPRODUCED[kind]?.(input) ?? {}
    for (const [name, expected] of Object.entries(vector.expected)) {
      const tolerance = vector.tolerances?.[name] ?? vector.tolerance
      expectWithin(results[name], expected, tolerance, `${vector.id} ${name}`)
    }
  })

  test('every kind in the file is reproduced, and nothing else', () => {
    const kinds = new Set(published.map(({ kind }) => kind))
    expect(Object.keys(REPRODUCED).sort()).toEqual([...kinds].sort())
  })
})

function expectWithin(actual: unknown, expected: Value, tolerance: number, name: string): void {
  if (Array.isArray(expected)) {
    expect(actual, name).toHaveLength(expected.length)
    expected.forEach((value, i) =>
      expectWithin((actual as Value[])[i], value, tolerance, `${name}[${i}]`),
    )
  } else if (expected === null) {
    expect(actual, name).toBeNull()
  } else {
    expect(Math.abs((actual as number) - expected), name).toBeLessThanOrEqual(tolerance)
  }
}
