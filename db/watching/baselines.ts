import { and, desc, eq, sql } from 'drizzle-orm'
import type { Day } from '../../surveys/days.ts'
import type { Metric } from '../../surveys/scoring/metrics.ts'
import { insertFrom } from '../insertFrom.ts'
import type { Db } from '../statements.ts'
import { baseline } from '../schema/index.ts'

/** A question's scores on one scale. */
export type Series = { surveyId: string; question: string; metric: Metric }

/** A baseline that applies from `at` (milliseconds UTC) on; without `to` while it is being learnt. */
export type BaselineEvent = { no: number; from: Day; to: Day | null; at: number; by: string | null }

/** Lists a series' baselines, newest first; the newest applies. */
export async function listBaselines(db: Db, series: Series): Promise<BaselineEvent[]> {
  return db.orm
    .select({
      no: baseline.no,
      from: baseline.from,
      to: baseline.to,
      at: baseline.at,
      by: baseline.by,
    })
    .from(baseline)
    .where(
      and(
        eq(baseline.surveyId, series.surveyId),
        eq(baseline.question, series.question),
        eq(baseline.metric, series.metric),
      ),
    )
    .orderBy(desc(baseline.no))
}

/** Sets a baseline; earlier ones stay in the log. @throws Conflict if the survey no longer exists */
export async function setBaseline(
  db: Db,
  { surveyId, question, metric }: Series,
  event: Omit<BaselineEvent, 'no'>,
): Promise<void> {
  await db.orm.insert(baseline).values({ surveyId, question, metric, ...event })
}

/**
 * Stores a learnt baseline, unless somebody has set another meanwhile.
 * @param after the number of the baseline that applied when it was learnt; 0 for none
 */
export async function settleBaseline(
  db: Db,
  series: Series,
  { after, ...learnt }: { from: Day; to: Day; at: number; after: number },
): Promise<void> {
  const { surveyId, question, metric } = series
  const newest = sql`(select coalesce(max(${baseline.no}), 0) from ${baseline}
    where ${baseline.surveyId} = ${surveyId} and ${baseline.question} = ${question}
      and ${baseline.metric} = ${metric})`
  await db.atomically((orm) => [
    insertFrom(
      orm,
      baseline,
      { surveyId, question, metric, ...learnt },
      sql`where ${newest} = ${after}`,
    ),
  ])
}
