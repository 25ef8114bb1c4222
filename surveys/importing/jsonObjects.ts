import { BrokenFile } from './broken.ts'

/** One object of the list, as text, and the line on which it begins. */
export type JsonObject = { line: number; text: string }

/**
 * Cuts the objects out of a JSON list that comes piece by piece, whether the list is the whole file
 * or lies in an object around it (`{ "data": [ … ] }`). Only one object is held at a time.
 * @param longest the most characters that one object may have
 * @throws BrokenFile, from `take` for an object that is too long, from `end` for a file cut short
 */
export function jsonObjects(longest: number) {
  const stack: string[] = []
  let line = 1
  let inString = false
  let escaped = false
  let open: JsonObject | null = null

  return {
    take(piece: string): JsonObject[] {
      const found: JsonObject[] = []
      let from = 0
      for (let index = 0; index < piece.length; index++) {
        const char = piece[index]!
        if (char === '\n') line++
        if (inString) {
          if (escaped) escaped = false
          else if (char === '\\') escaped = true
          else if (char === '"') inString = false
        } else if (char === '"') inString = true
        else if (char === '{' || char === '[') {
          if (char === '{' && !open && isList(stack)) {
            open = { line, text: '' }
            from = index
          }
          stack.push(char)
        } else if (char === '}' || char === ']') {
          stack.pop()
          if (open && isList(stack)) {
            found.push({ line: open.line, text: open.text + piece.slice(from, index + 1) })
            open = null
          }
        }
      }
      if (open) open.text += piece.slice(from)
      if (open && open.text.length > longest)
        throw new BrokenFile(open.line, `an object is larger than ${longest / 1e6} MB`)
      return found
    },
    end(): void {
      if (stack.length) throw new BrokenFile(line, 'the file ends before its list does')
    },
  }
}

function isList(stack: string[]): boolean {
  return stack.join('') === '[' || stack.join('') === '{['
}
