/** How overlays are told apart without colour: by the dashes of the line and the shape of its points. */
export const OVERLAY_LOOKS = [
  { token: '--overlay-1', dash: [8, 3], shape: 'circle' },
  { token: '--overlay-2', dash: [2, 3], shape: 'triangle' },
  { token: '--overlay-3', dash: [12, 3, 2, 3], shape: 'rect' },
  { token: '--overlay-4', dash: [5, 2, 2, 2, 2, 2], shape: 'rectRot' },
] as const

/** As many lines as an eye can follow beside the main one. */
export const MOST_OVERLAYS = OVERLAY_LOOKS.length
