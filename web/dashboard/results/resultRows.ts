import type { Cell } from '../base/csv.ts'
import type { OptionResult, QuestionResult, Results } from './api.ts'

/** The results as CSV rows: one for each option or number; a share with too few answers is empty. */
export function resultRows({ questions }: Pick<Results, 'questions'>): Cell[][] {
  return [HEADER, ...questions.flatMap(questionRows)]
}

const HEADER = [
  'question',
  'text',
  'kind',
  'answered',
  'answer',
  'label',
  'n',
  'share',
  'low',
  'high',
  'score_difference',
  'difference_low',
  'difference_high',
  'verdict',
]

function questionRows(result: QuestionResult): Cell[][] {
  const { question, ask, kind, n, score, options } = result
  const start = [question, ask, kind, n]
  if (score)
    return Object.entries(score.histogram).map(([value, count]) => [
      ...start,
      value,
      value,
      count,
      n < FEWEST ? null : (100 * count) / n,
      ...NOTHING,
    ])
  if (!options.length) return [[...start, null, null, n, null, ...NOTHING]]
  return options.map((option) => [...start, ...optionCells(option, n)])
}

/** Shares are shown from five answers on. */
const FEWEST = 5
const NOTHING: Cell[] = [null, null, null, null, null, null]

function optionCells({ value, text, n, share, low, high, effect }: OptionResult, all: number) {
  const shown: Cell[] = all < FEWEST ? [null, null, null] : [share, low, high]
  const isTested = effect && effect.verdict !== 'too-few'
  const tested: Cell[] = isTested
    ? [effect.difference, effect.low, effect.high]
    : [null, null, null]
  return [value, text, n, ...shown, ...tested, effect?.verdict ?? null]
}
