/** Overlays differ in colour, dashes and shape, so that colour alone is never needed. */
export const OVERLAY_LOOKS = [
  { token: '--overlay-1', dash: [8, 3], shape: 'circle' },
  { token: '--overlay-2', dash: [2, 3], shape: 'triangle' },
  { token: '--overlay-3', dash: [12, 3, 2, 3], shape: 'rect' },
  { token: '--overlay-4', dash: [5, 2, 2, 2, 2, 2], shape: 'rectRot' },
] as const

/** More lines would be hard to follow. */
export const MOST_OVERLAYS = OVERLAY_LOOKS.length
