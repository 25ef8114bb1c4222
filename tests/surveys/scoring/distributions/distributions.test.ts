import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  normalCdf,
  normalQuantile,
  studentCdf,
  studentQuantile,
  twoSidedP,
  twoSidedStudentP,
} from '../../../../surveys/scoring/distributions/distributions.ts'

const degrees = fc.double({ min: 0.5, max: 1e6, noNaN: true })
const probability = fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true })

describe('the normal distribution', () => {
  test('has its tabled values', () => {
    expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 13)
    expect(normalQuantile(0.5)).toBe(0)
    expect(normalCdf(1)).toBeCloseTo(0.8413447460685429, 14)
    expect(normalCdf(-8) / 6.220960574271785e-16).toBeCloseTo(1, 11)
    expect(twoSidedP(-1.959963984540054)).toBeCloseTo(0.05, 14)
  })

  test('its quantile undoes its distribution', () => {
    fc.assert(
      fc.property(probability, (p) => {
        expect(Math.abs(normalCdf(normalQuantile(p)) - p)).toBeLessThan(1e-13)
      }),
    )
    for (const p of [0, 1, -1, NaN]) expect(() => normalQuantile(p)).toThrow(RangeError)
  })

  test('has no step where the series hands over to the fraction', () => {
    expect(normalCdf(3) - normalCdf(3 - 1e-9)).toBeCloseTo(1e-9 * 0.00443184841, 14)
  })
})

describe("Student's t", () => {
  test('has its tabled values', () => {
    expect(studentQuantile(0.975, 1)).toBeCloseTo(12.706204736174698, 10)
    expect(studentQuantile(0.975, 4)).toBeCloseTo(2.7764451051977987, 11)
    expect(studentQuantile(0.995, 30)).toBeCloseTo(2.749995653567226, 11)
    expect(studentCdf(2, 10)).toBeCloseTo(0.9633059826146299, 12)
  })

  test('with one degree of freedom is the Cauchy distribution', () => {
    fc.assert(
      fc.property(fc.double({ min: -50, max: 50, noNaN: true }), (t) => {
        expect(Math.abs(studentCdf(t, 1) - (0.5 + Math.atan(t) / Math.PI))).toBeLessThan(1e-13)
      }),
    )
  })

  test('becomes the normal distribution with many degrees of freedom', () => {
    for (const t of [-3, -1.96, -0.2, 0, 1, 2.5]) {
      expect(Math.abs(studentCdf(t, 1e9) - normalCdf(t))).toBeLessThan(1e-8)
    }
  })

  test('its quantile undoes its distribution', () => {
    fc.assert(
      fc.property(probability, degrees, (p, df) => {
        expect(Math.abs(studentCdf(studentQuantile(p, df), df) - p)).toBeLessThan(1e-10)
      }),
    )
    expect(twoSidedStudentP(-2, 10)).toBeCloseTo(2 * (1 - 0.9633059826146299), 12)
  })
})
