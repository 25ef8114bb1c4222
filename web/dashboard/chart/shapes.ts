import type { OVERLAY_LOOKS } from './overlayLooks.ts'

type Shape = (typeof OVERLAY_LOOKS)[number]['shape']

/** The corners of an overlay's shape around its centre; a circle is drawn as a polygon. */
export function cornersOf(shape: Shape, x: number, y: number, size: number): [number, number][] {
  const corners = { circle: 24, triangle: 3, rect: 4, rectRot: 4 }[shape]
  const turned = shape === 'rect' ? Math.PI / 4 : -Math.PI / 2
  return Array.from({ length: corners }, (_, corner) => {
    const angle = turned + (2 * Math.PI * corner) / corners
    return [x + size * Math.cos(angle), y + size * Math.sin(angle)]
  })
}
