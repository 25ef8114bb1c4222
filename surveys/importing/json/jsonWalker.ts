import { BrokenFile } from '../broken.ts'

/** Callbacks of `jsonWalker`. `index` is the position in the current piece. */
export type JsonVisitor = {
  /** @param path `data.rows[]` for an object in that list; `null` deep inside */
  open(path: string | null, line: number, index: number): void
  close(path: string | null, line: number, index: number): void
  /** A number, literal or string in a list or at the top level. */
  plain?(path: string | null, line: number): void
}

type Frame = { list: boolean; path: string | null }

const DEEPEST = 100
const DEEPEST_PATH = 6
const LONGEST_KEY = 200

/**
 * Scans streamed JSON in linear time and calls the visitor for each object. Checks only that brackets
 * match.
 * @throws BrokenFile for brackets that don't match, are never closed or nest too deep
 */
export function jsonWalker(visitor: JsonVisitor) {
  const frames: Frame[] = []
  let line = 1
  let inString = false
  let escaped = false
  let text = ''
  let key = ''

  function open(list: boolean, index: number) {
    if (frames.length === DEEPEST)
      throw new BrokenFile(line, `brackets are nested more than ${DEEPEST} deep`)
    const path = pathIn(frames.at(-1), key, frames.length)
    frames.push({ list, path })
    if (!list) visitor.open(path, line, index)
  }
  function close(list: boolean, index: number) {
    const frame = frames.pop()
    if (frame?.list !== list)
      throw new BrokenFile(line, `a "${list ? ']' : '}'}" closes what was not opened by it`)
    if (!list) visitor.close(frame.path, line, index)
  }
  const named = () => frames.at(-1)?.list === false && frames.length <= DEEPEST_PATH
  const plain = () => {
    const frame = frames.at(-1)
    if (!frame || frame.list) visitor.plain?.(pathIn(frame, '', frames.length), line)
  }

  return {
    take(piece: string): void {
      for (let index = 0; index < piece.length; index++) {
        const char = piece[index]!
        if (char === '\n') line++
        if (inString) {
          if (escaped) escaped = false
          else if (char === '\\') escaped = true
          else if (char === '"') inString = false
          if (inString && text.length < LONGEST_KEY && named()) text += char
        } else if (char === '"') {
          inString = true
          text = ''
          plain()
        } else if (char === ':') key = text
        else if (char === '{' || char === '[') open(char === '[', index)
        else if (char === '}' || char === ']') close(char === ']', index)
        else if (char > ' ' && char !== ',' && char !== '\ufeff') plain()
      }
    },
    end(): void {
      if (frames.length) throw new BrokenFile(line, 'the file ends before its list does')
    },
  }
}

function pathIn(frame: Frame | undefined, key: string, depth: number): string | null {
  if (!frame) return ''
  if (frame.path === null || depth > DEEPEST_PATH) return null
  if (frame.list) return `${frame.path}[]`
  return frame.path ? `${frame.path}.${key}` : key
}
