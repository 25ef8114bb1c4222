import type { Palette } from './palette.ts'

export type Brush = CanvasRenderingContext2D

const ruler = document.createElement('canvas').getContext('2d')!

export const fontOf = ({ font }: Palette, size = 12, weight = 400) => `${weight} ${size}px ${font}`

/** How wide a text is in a font, in px. */
export function widthOf(text: string, font: string): number {
  ruler.font = font
  return ruler.measureText(text).width
}

/** The text, or as much of it as fits with "…" after it; '' where not even three letters do. */
export function fitted(text: string, font: string, room: number): string {
  if (widthOf(text, font) <= room) return text
  const letters = [...text]
  let kept = letters.length
  while (kept > 0 && widthOf(cut(letters, kept), font) > room) kept -= 1
  return kept < 3 ? '' : cut(letters, kept)
}

const cut = (letters: string[], kept: number) => `${letters.slice(0, kept).join('').trimEnd()}…`
