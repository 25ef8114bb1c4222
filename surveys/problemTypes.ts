/** The problem's `type` (RFC 9457) that tells a page that a newer save of its response is stored. */
export const NEWER_SAVE_STORED = 'newer-save'

/** Why an invitation or reset link doesn't work any more. */
export type LinkEnd = 'used' | 'expired' | 'withdrawn'

/** The problem's `type` for each. */
export const LINK_ENDED: Record<LinkEnd, string> = {
  used: 'link-used',
  expired: 'link-expired',
  withdrawn: 'link-withdrawn',
}

/** Why a correct password was not enough: no code, a wrong or used one, or none that can be checked. */
export const SECOND_FACTOR = {
  missing: 'second-factor-missing',
  wrong: 'second-factor-wrong',
  unreadable: 'second-factor-unreadable',
} as const

export type SecondFactorState = keyof typeof SECOND_FACTOR
