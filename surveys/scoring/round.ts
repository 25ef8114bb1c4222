/**
 * Rounds for display, halves away from zero: 12.5 to 13 and −12.5 to −13. Scores are rounded only here.
 * @param value any finite number
 * @param decimals the number of decimals, 0 or more
 * @returns the rounded number, never −0
 */
export function roundHalfAway(value: number, decimals = 0): number {
  const magnitude = shifted(Math.round(shifted(Math.abs(value), decimals)), -decimals)
  return magnitude === 0 ? 0 : Math.sign(value) * magnitude
}

// Shifts the decimal point in the text, because 1.005 * 100 is 100.49….
function shifted(value: number, places: number): number {
  const [digits, exponent = '0'] = String(value).split('e')
  return Number(`${digits}e${Number(exponent) + places}`)
}
