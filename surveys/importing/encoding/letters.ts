/** A cell in which the file's bytes were no letter of its encoding: each is a � now. */
type DamagedCell = { line: number; column: string; text: string }

/** What a file shows of its letters: words to judge the encoding by, and damaged cells. */
export type Letters = { words: string[]; damaged: { count: number; first: DamagedCell[] } }

const MOST_WORDS = 12
const MOST_CELLS = 20
/** Cells beyond ASCII that are searched for words: a file may have few different ones. */
const MOST_SEARCHED = 2_000
const BEYOND_ASCII = /[^\0-\x7f]/
const WORD = /[\p{L}\p{M}'’-]*[^\0-\x7f\p{P}\p{Z}\ufffd][\p{L}\p{M}'’-]*/gu

/** Makes the function that looks at each cell of a file, and adds what it sees to `letters`. */
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

/** The words around the first damage. */
function around(cell: string): string {
  const at = cell.indexOf('\ufffd')
  return cell.slice(Math.max(0, at - 20), at + 20)
}
