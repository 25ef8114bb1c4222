import type { Palette } from './palette.ts'

export type Brush = CanvasRenderingContext2D

const ruler = document.createElement('canvas').getContext('2d')!

export const fontOf = ({ font }: Palette, size = 12, weight = 400) => `${weight} ${size}px ${font}`

/** A text's width in px. */
export function widthOf(text: string, font: string): number {
  ruler.font = font
  return ruler.measureText(text).width
}

/** The text, cut to fit with "…"; '' if fewer than three letters fit. */
export function fitted(text: string, font: string, room: number): string {
  if (widthOf(text, font) <= room) return text
  const letters = [...text]
  let length = letters.length
  while (length > 0 && widthOf(cut(letters, length), font) > room) length -= 1
  return length < 3 ? '' : cut(letters, length)
}

const cut = (letters: string[], length: number) => `${letters.slice(0, length).join('').trimEnd()}…`
