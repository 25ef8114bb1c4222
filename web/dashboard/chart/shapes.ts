import type { OVERLAY_LOOKS } from './overlayLooks.ts'

type Shape = (typeof OVERLAY_LOOKS)[number]['shape']

/** The corners of an overlay's sign around a middle; a circle has so many that it looks round. */
export function cornersOf(shape: Shape, x: number, y: number, size: number): [number, number][] {
  const corners = { circle: 24, triangle: 3, rect: 4, rectRot: 4 }[shape]
  const turned = shape === 'rect' ? Math.PI / 4 : -Math.PI / 2
  return Array.from({ length: corners }, (_, corner) => {
    const angle = turned + (2 * Math.PI * corner) / corners
    return [x + size * Math.cos(angle), y + size * Math.sin(angle)]
  })
}
