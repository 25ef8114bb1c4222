import { distinctShare, share, type Column } from './columns.ts'
import { hintsOf, isAboutComments } from './headers.ts'
import { listed, refusal } from './refusals.ts'

/** Columns of sentences whose weights differ by less than this are ambiguous. */
const CLOSE = 0.5
const SOME_PROSE = 0.3

/**
 * Finds the column of comments, weighted by its share of sentences, its name and the variety of its values.
 * @throws InvalidInput if two are equally likely
 */
export function bestComment(columns: Column[]): Column | undefined {
  const ranked = columns
    .filter(mayBeComment)
    .map((column) => ({ column, weight: weightOf(column) }))
    .toSorted((a, b) => b.weight - a.weight)
  const [best] = ranked
  const close = ranked.filter(
    ({ column, weight }) => best!.weight - weight < CLOSE && holdsSentences(column),
  )
  if (close.length > 1)
    throw refusal(
      `the comment may be in ${listed(close.map(({ column }) => column))}; say which: --map comment=COLUMN`,
      'map',
    )
  return best?.column
}

/** Whether a column holds sentences rather than labels. */
export function holdsSentences(column: Column): boolean {
  return proseOf(column) >= SOME_PROSE && distinctShare(column) >= SOME_PROSE
}

function mayBeComment(column: Column): boolean {
  if (isNamedComment(column)) return share(column, isWordy) + column.sentences > 0
  const asks = column.longest > 40 || /[?؟]\s*$/.test(column.name)
  return proseOf(column) > 0.5 && asks && distinctShare(column) >= SOME_PROSE
}

function weightOf(column: Column): number {
  return proseOf(column) + (isNamedComment(column) ? 1 : 0) + SOME_PROSE * distinctShare(column)
}

/** Whether the name means comments, rather than something about them such as `feedback_type`. */
function isNamedComment({ name }: Column): boolean {
  return hintsOf(name).has('comment') && !isAboutComments(name)
}

/** The share of cells that look like sentences. */
const proseOf = ({ sentences, filled }: Column) => (filled ? sentences / filled : 0)

const isWordy = (value: string) => /\p{L}{2}/u.test(value)
