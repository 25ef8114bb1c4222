/** How far behind a device's clock may be and still be trusted, in milliseconds. */
const TOLERANCE = 10 * 60_000

/**
 * The time of an answer: the device's, if it is after the page was shown and not in the future;
 * otherwise the time of arrival.
 */
export function trustedAnswerTime(
  reported: number | undefined,
  issuedAt: number,
  now: number,
): number {
  if (reported === undefined || reported > now || reported < issuedAt - TOLERANCE) return now
  return Math.max(reported, issuedAt)
}
