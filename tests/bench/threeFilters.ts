import { performance } from 'node:perf_hooks'
import { connect } from '../../db/engines/sqlite/connection.ts'
import { openDatabase } from '../../db/open.ts'
import { scoresByPeriod } from '../../db/scores/scores.ts'
import { quantile } from './load.ts'

const ROUNDS = 5
const GROUPS = { channel: 'channel 1', team: 'team 3', agent: 'agent 7' }

/**
 * Measures how long the scores of three groups together take, and the fastest of three hand-written
 * statements that count the same: by the members of each, by their intersection, and by time.
 * @param file as filled by `fill`
 * @returns medians in milliseconds, of rounds that take turns
 */
export async function threeFilters(
  file: string,
  surveyId: string,
  days: number,
): Promise<{ ours: number; byHand: number }> {
  const db = await openDatabase(file)
  const connection = connect(file)
  const to = Math.floor(Date.now() / 86_400_000)
  const range = { from: to - days + 1, to }
  const segments = Object.entries(GROUPS).map(([property, value]) => ({ property, value }))
  const find = connection.prepare(
    'select id from segment where survey_id = ? and property = ? and value = ?',
  )
  const [channel, team, agent] = segments.map(({ property, value }) =>
    Number(find.pluck().get(surveyId, property, value)),
  )
  const answers = `cross join answer a on a.response_no = r.no and a.question = 'score' and a.value is not null
    where r.state in ('partial', 'complete') and r.day between ${range.from} and ${range.to}`
  const byHand = [
    `response_segment m cross join response_segment n on n.segment_id = ${team} and n.response_no = m.response_no
      cross join response_segment o on o.segment_id = ${channel} and o.response_no = m.response_no
      cross join response r on r.no = m.response_no ${answers} and m.segment_id = ${agent}`,
    `(${[agent, team, channel].map((id) => `select response_no from response_segment where segment_id = ${id}`).join(' intersect ')}) m
      cross join response r on r.no = m.response_no ${answers}`,
    `response r indexed by response_by_time ${[agent, team, channel].map((id) => `cross join response_segment m${id} on m${id}.response_no = r.no and m${id}.segment_id = ${id}`).join(' ')}
      ${answers} and r.survey_id = '${surveyId}' and r.answered_at >= ${range.from * 86_400_000}`,
  ].map((from) => connection.prepare(`select r.day, a.value, count(*) from ${from} group by 1, 2`))
  const ways = [
    () =>
      scoresByPeriod(db, {
        surveyId,
        question: 'score',
        metric: 'nps',
        range,
        by: 'week',
        segments,
      }),
    ...byHand.map((statement) => async () => statement.raw().all()),
  ]
  const times = ways.map((): number[] => [])
  for (let round = 0; round <= ROUNDS; round++)
    for (const [at, way] of ways.entries()) {
      const start = performance.now()
      await way()
      if (round > 0) times[at]!.push(performance.now() - start)
    }
  connection.close()
  await db.close()
  const [ours, ...others] = times.map((each) => quantile(each, 0.5))
  return { ours: ours!, byHand: Math.min(...others) }
}
