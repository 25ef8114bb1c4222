import Database from 'better-sqlite3'
import { VALUES } from '../../db/schema/index.ts'
import type { Survey } from '../../db/surveys/surveys.ts'

/**
 * Fills a survey with generated answers over a year, straight into the tables: properties for channel
 * (3 values), agent (20) and team (4), a comment each, and a follow-up for each detractor.
 * @param file the database, not open elsewhere
 * @param n number of answers
 */
export function fill(file: string, survey: Survey, n: number): void {
  const connection = new Database(file)
  connection.pragma('foreign_keys = off')
  connection.pragma('synchronous = off')
  connection.pragma('cache_size = -200000')
  const today = Math.floor(Date.now() / 86_400_000)
  const numbers = `with recursive i(i) as (select 0 union all select i + 1 from i where i + 1 < ${n})`
  const segment = connection.prepare(
    'insert into segment (survey_id, property, value) values (?, ?, ?)',
  )
  segment.run(survey.id, '', '')
  segment.run(survey.id, 'language', 'en')
  for (const [property, values] of Object.entries({ channel: 3, agent: 20, team: 4 }))
    for (let value = 0; value < values; value++)
      segment.run(survey.id, property, `${property} ${value}`)
  connection.exec(`
    begin;
    insert into response (no, id, survey_id, version, source, language, properties, band, state, revision, answered_at, updated_at, day)
    ${numbers}
    select i + 1, printf('%012x-7000-8000-%012x', i, i), '${survey.id}', 1, 'link', 'en',
      json_object('channel', 'channel ' || (i % 3), 'agent', 'agent ' || (i % 20), 'team', 'team ' || (i % 4)),
      case when i * 7 % 11 <= 6 then 'unhappy' when i * 7 % 11 <= 8 then 'neutral' else 'happy' end,
      'complete', 1, (${today} - i * 365 / ${n}) * 86400000, 0, ${today} - i * 365 / ${n}
    from i;
    insert into answer select no, survey_id, 'score', (no - 1) * 7 % 11, null from response;
    insert into answer select no, survey_id, 'why', null, 'It took a while, but they helped me in the end (' || no || ').' from response;
    insert into follow_up (id, response_no, survey_id, state, opened_at, due_at, updated_at)
      select 'case of ' || no, no, survey_id, case no % 3 when 0 then 'new' else 'resolved' end,
        answered_at, answered_at + 86400000, answered_at
      from response where band = 'unhappy';
    insert into response_segment
      select r.no, r.survey_id, s.id from response r join segment s on
        s.property = '' or s.property = 'language'
        or (s.property = 'channel' and s.value = 'channel ' || ((r.no - 1) % 3))
        or (s.property = 'agent' and s.value = 'agent ' || ((r.no - 1) % 20))
        or (s.property = 'team' and s.value = 'team ' || ((r.no - 1) % 4));
    insert into scoreboard
      select segment_id, survey_id, question, day, ${VALUES.map((value) => `sum(value = ${value})`).join(', ')}
      from contribution group by 1, 2, 3, 4;
    commit;
  `)
  connection.close()
}
