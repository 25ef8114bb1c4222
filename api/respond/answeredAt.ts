import { MINUTE } from '../../surveys/durations.ts'

/** How far behind a device's clock may be to be trusted, in milliseconds. */
const TOLERANCE = 10 * MINUTE

/**
 * Returns the time of an answer: the device's if it is after the page was shown and not in the future,
 * otherwise the time of arrival. All in milliseconds UTC.
 */
export function trustedAnswerTime(
  reported: number | undefined,
  issuedAt: number,
  now: number,
): number {
  if (reported === undefined || reported > now || reported < issuedAt - TOLERANCE) return now
  return Math.max(reported, issuedAt)
}
