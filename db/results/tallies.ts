import { and, inArray, sql, type SQL } from 'drizzle-orm'
import type { Counting } from '../../surveys/counting.ts'
import type { Period } from '../../surveys/days.ts'
import type { Tally } from '../../surveys/results/tally.ts'
import { jsonFields, jsonRows, jsonValues } from '../engines/sqlite/json.ts'
import { lookUp } from '../engines/sqlite/plans.ts'
import { answer, response, responseSegment, segment } from '../schema/index.ts'
import { isShownGroup } from '../scoreboard/segments.ts'
import { isCountedWithin, isLatest, type ResponseScope } from '../scoreboard/matching.ts'
import type { Db } from '../statements.ts'

// Counts answers in the background, from the answers themselves, because the scoreboard has no counters
// for options. Each count is one pass over the responses of the scope.

export type TallyScope = Omit<ResponseScope, 'question'> & {
  counting: Counting
  /** The questions to count; `isText` ones without their answers. */
  questions: { id: string; isText: boolean }[]
}

/** How many gave each answer, by question and by their score of another question. */
export async function tallyByScore(
  db: Db,
  scope: TallyScope,
  score: string,
): Promise<Map<string, Tally[]>> {
  const given = sql.identifier('given')
  const isTheirs = sql`${given}.response_no = ${response.no} and ${given}.survey_id = ${response.surveyId}
    and ${given}.question = ${score}`
  const rows = await db.background.values<[string, string | null, number | null, number]>(
    sql`select ${answer.question}, ${answerIn(scope)}, ${given}.value, count(*)
      from ${response} left join ${answer} as ${given} on ${isTheirs} ${theirAnswers(scope)}
      where ${isInScope(scope)} group by 1, 2, 3`,
  )
  const tallies = new Map<string, Tally[]>()
  for (const [question, answer, score, n] of rows)
    listOf(tallies, question).push({ answer, score, n })
  return tallies
}

/** A count of an answer in one of several parts: a period's index or a group's value. */
export type PartTally<Part> = { part: Part; answer: string | null; n: number }

/** How many gave each answer in each of some periods, by question. */
export async function tallyByPeriod(
  db: Db,
  scope: TallyScope,
  periods: Period[],
): Promise<Map<string, PartTally<number>[]>> {
  const days = periods.flatMap(({ from, to }, period) =>
    Array.from({ length: to - from + 1 }, (_, at) => ({ day: from + at, period })),
  )
  const { day, period } = jsonFields({ day: 'integer', period: 'integer' })
  // Counted by day before the days are looked up; materialized, so that they are indexed.
  const rows = await db.background.values<[string, string | null, number, number]>(
    sql`with days(day, period) as materialized (
        select ${day}, ${period} from ${jsonRows(JSON.stringify(days))}
      ), counted as (
        select ${answer.question} as question, ${answerIn(scope)} as answer, ${response.day} as day,
          count(*) as n
        from ${response} ${theirAnswers(scope)} where ${isInScope(scope)} group by 1, 2, 3
      )
      select question, answer, days.period, sum(n) from counted join days on days.day = counted.day
      group by 1, 2, 3`,
  )
  return byQuestion(rows)
}

/** How many gave each answer in each group of a property, by question. */
export async function tallyByGroup(
  db: Db,
  scope: TallyScope,
  property: string,
): Promise<Map<string, PartTally<string>[]>> {
  const groups = sql`select ${segment.id} from ${segment} where ${segment.surveyId} = ${scope.surveyId}
    and ${segment.property} = ${property} and ${isShownGroup}`
  const isMine = sql`mine.response_no = ${response.no} and mine.survey_id = ${response.surveyId}
    and mine.segment_id in (${groups})`
  // Counted by the groups' numbers, which are sorted faster than their names.
  const rows = await db.background.values<[string, string | null, string, number]>(
    sql`select question, answer, ${segment.value}, n from (
        select ${answer.question} as question, ${answerIn(scope)} as answer,
          mine.segment_id as segment_id, count(*) as n
        from ${response} ${lookUp(sql`${responseSegment} as mine`, isMine)} ${theirAnswers(scope)}
        where ${isInScope(scope)} group by 1, 2, 3
      ) as counted
      ${lookUp(segment, sql`${segment.id} = counted.segment_id`)}`,
  )
  return byQuestion(rows)
}

const isInScope = (scope: TallyScope): SQL =>
  and(isCountedWithin(scope), scope.counting === 'customers' ? isLatest(scope) : undefined)!

const theirAnswers = ({ questions }: TallyScope) =>
  lookUp(
    answer,
    and(
      sql`${answer.responseNo} = ${response.no} and ${answer.surveyId} = ${response.surveyId}`,
      inArray(
        answer.question,
        questions.map(({ id }) => id),
      ),
    ),
  )

/** An answer as text; null for free text, of which nearly every one differs. */
function answerIn({ questions }: TallyScope): SQL {
  const free = questions.filter(({ isText }) => isText).map(({ id }) => id)
  return sql`case when ${answer.question} not in ${jsonValues(JSON.stringify(free))}
    then coalesce(${answer.text}, cast(${answer.value} as text)) end`
}

function byQuestion<Part>(rows: [string, string | null, Part, number][]) {
  const tallies = new Map<string, PartTally<Part>[]>()
  for (const [question, answer, part, n] of rows)
    listOf(tallies, question).push({ part, answer, n })
  return tallies
}

function listOf<Item>(lists: Map<string, Item[]>, key: string): Item[] {
  const list = lists.get(key) ?? []
  lists.set(key, list)
  return list
}
