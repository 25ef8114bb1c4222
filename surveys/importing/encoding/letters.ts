/** A cell with bytes that are invalid in the file's encoding, each replaced by �. */
type DamagedCell = { line: number; column: string; text: string }

/** Words with non-ASCII letters, for the user to check the encoding by, and damaged cells. */
export type Letters = { words: string[]; damaged: { count: number; first: DamagedCell[] } }

const MOST_WORDS = 12
const MOST_CELLS = 20
/** Limits the cells searched for words, as a file may repeat the same few words. */
const MOST_SEARCHED = 2_000
const BEYOND_ASCII = /[^\0-\x7f]/
const WORD = /[\p{L}\p{M}'’-]*[^\0-\x7f\p{P}\p{Z}\ufffd][\p{L}\p{M}'’-]*/gu

/** Creates `letters` and a function that adds each cell of a file to it. */
export function letterWatch(): {
  letters: Letters
  look(cell: string, line: number, column: string): void
} {
  const letters: Letters = { words: [], damaged: { count: 0, first: [] } }
  let searched = 0
  return {
    letters,
    look(cell, line, column) {
      if (!BEYOND_ASCII.test(cell)) return
      if (letters.words.length < MOST_WORDS && searched++ < MOST_SEARCHED)
        for (const [word] of cell.matchAll(WORD))
          if (letters.words.length < MOST_WORDS && !letters.words.includes(word))
            letters.words.push(word)
      if (!cell.includes('\ufffd')) return
      letters.damaged.count++
      if (letters.damaged.first.length < MOST_CELLS)
        letters.damaged.first.push({ line, column, text: around(cell) })
    },
  }
}

/** Returns the text around the first damaged character. */
function around(cell: string): string {
  const at = cell.indexOf('\ufffd')
  return cell.slice(Math.max(0, at - 20), at + 20)
}
