/** How far a device's clock may be behind, in milliseconds, and still be trusted. */
const TOLERANCE = 10 * 60_000

/**
 * When it was answered: as the device says, if that is after its page was shown and not to come;
 * otherwise its clock is wrong, and it is when the answer arrives.
 */
export function trustedAnswerTime(
  reported: number | undefined,
  issuedAt: number,
  now: number,
): number {
  if (reported === undefined || reported > now || reported < issuedAt - TOLERANCE) return now
  return Math.max(reported, issuedAt)
}
