import type { Day } from '../../surveys/days.ts'
import { mainQuestion } from '../../surveys/definition.ts'
import type { ImportedRow } from '../../surveys/importing/rows.ts'
import type { sharedIdWatch } from '../../surveys/importing/sharedIds.ts'
import { scoreOf, type Score } from '../../surveys/scoring/score.ts'
import type { Deps } from '../base/deps.ts'
import { customerCounter, type CustomerCount } from './customerCounter.ts'
import { followUpOf, type FollowUpCount } from './followUps.ts'
import type { Progress } from './importing.ts'
import { checkedRows, type Plan, type Rejection } from './rowChecks.ts'
import { rowList } from './rowList.ts'

type World = Pick<Deps, 'db' | 'now' | 'workspace'>

/** Counts of a checked file's rows. */
export type CheckedFile = {
  /** The first rows as they will be stored. */
  first: ImportedRow[]
  /** The file's score for the survey's main question. */
  score: Score
  /** rows = storable + repeated + unanswered + excluded + rejected */
  rows: number
  /** Rows that can be stored, including those already stored. */
  storable: number
  existing: number
  /** Rows with the same response id as an earlier row of the file. */
  repeated: number
  /** Rows with neither a score nor any other answer. */
  unanswered: number
  /** Rows that did not count in the survey they were exported from. */
  excluded: number
  rejected: Tally
  /** Whether the file is truncated, so that nothing of it can be stored. */
  isCut: boolean
  /** The days of the storable rows; null if there are none. */
  days: Range | null
  /** Existing rows that differ from what is stored, which stays. */
  changed: Tally
  /** The customers of the storable rows. */
  customers: CustomerCount
  /** The follow-ups of the new rows. */
  followUps: FollowUpCount
}

/** A range of days, both ends included. */
type Range = { from: Day; to: Day }

type Tally = { count: number; first: Rejection[]; listedIn: string | null }

const SHOWN_ROWS = 10
const SHOWN_LINES = 20

/** Reads and checks all rows; lists the rejected and the changed ones in files. */
export async function checkAll(
  world: World,
  plan: Plan,
  since: number,
  of: number,
  progress: Progress = () => {},
  shared: ReturnType<typeof sharedIdWatch>,
): Promise<CheckedFile> {
  const question = mainQuestion(plan.definition)
  const rejected = rowTally(plan, 'rejected')
  const changed = rowTally(plan, 'changed')
  const first: ImportedRow[] = []
  const scores: Record<number, number> = {}
  const counts = { rows: 0, storable: 0, existing: 0, repeated: 0, unanswered: 0, excluded: 0 }
  const followUps: FollowUpCount = { opened: 0, left: 0, restored: 0 }
  const customers = customerCounter()
  let days: Range | null = null
  let isCut = false

  for await (const chunk of checkedRows(world, plan)) {
    for (const checked of chunk) {
      if (checked.kind === 'rejected') {
        isCut ||= checked.isEnd === true
        await rejected.add(checked)
      } else if (checked.kind === 'existing' || checked.kind === 'new') {
        counts.storable++
        if (checked.kind === 'existing') {
          counts.existing++
          if (checked.changes.length) await changed.add({ ...checked, reasons: checked.changes })
        } else {
          const become = followUpOf(plan.definition, checked.row, since)
          if (become) followUps[become]++
        }
        shared.take(checked.row?.customer)
        customers.take(checked.row)
        if (checked.row) days = withDay(days, checked.row.day)
        if (checked.row && first.length < SHOWN_ROWS) first.push(checked.row)
        const score = checked.row?.answers[question.id]
        if (typeof score === 'number') scores[score] = (scores[score] ?? 0) + 1
      } else counts[checked.kind]++
    }
    progress('checking', (counts.rows += chunk.length), of)
  }
  return {
    ...counts,
    isCut,
    days,
    first,
    followUps,
    customers: customers.count(),
    score: scoreOf(question.kind, scores),
    rejected: await rejected.close(),
    changed: await changed.close(),
  }
}

const withDay = (days: Range | null, day: Day): Range => ({
  from: Math.min(days?.from ?? day, day),
  to: Math.max(days?.to ?? day, day),
})

/** Counts rows, keeps the first for display and lists all in a file. */
function rowTally({ file, table }: Plan, what: 'rejected' | 'changed') {
  const list = rowList(file, what, table.columns)
  const first: Rejection[] = []
  let count = 0
  return {
    async add({ line, cells, reasons }: Rejection) {
      count++
      if (first.length < SHOWN_LINES) first.push({ line, cells, reasons })
      await list.add({ line, cells, reasons })
    },
    close: async (): Promise<Tally> => ({ count, first, listedIn: await list.close() }),
  }
}
