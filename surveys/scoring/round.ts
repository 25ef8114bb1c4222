/**
 * Rounds for display, halves away from zero, so that +12.5 and −12.5 round alike (13 and −13).
 * Scores are rounded here and nowhere else.
 * @param value any finite number
 * @param decimals how many to keep, 0 or more
 * @returns the rounded number, never −0
 */
export function roundHalfAway(value: number, decimals = 0): number {
  const magnitude = shifted(Math.round(shifted(Math.abs(value), decimals)), -decimals)
  return magnitude === 0 ? 0 : Math.sign(value) * magnitude
}

// Moving the decimal point in the number's own text keeps 1.005 a half; 1.005 * 100 is 100.49….
function shifted(value: number, places: number): number {
  const [digits, exponent = '0'] = String(value).split('e')
  return Number(`${digits}e${Number(exponent) + places}`)
}
