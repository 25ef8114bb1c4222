import Database from 'better-sqlite3'
import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { expect, it, onTestFinished } from 'vitest'
import { listFollowUps } from '../../../db/followUps/followUps.ts'
import type { FollowUpFilter } from '../../../db/followUps/matching.ts'
import { saveResponse } from '../../../db/responses/save.ts'
import { NOW } from '../../support/clock.ts'
import { makeDatabase, temporaryFile } from '../../support/database.ts'
import { aResponse, makeSurvey } from '../../support/surveys.ts'

const VIEWS: [string, FollowUpFilter, string][] = [
  ['open', { state: 'open' }, 'follow_up_by_rank'],
  ['mine', { state: 'open', ownerId: 'ada' }, 'follow_up_by_owner'],
  ['unassigned', { state: 'open', ownerId: null }, 'follow_up_by_owner'],
  ['overdue', { overdueAt: NOW }, 'follow_up_by_rank'],
  ['closed', { state: 'closed' }, 'follow_up_by_rank'],
  ['one survey', { state: 'open', surveyId: 'x' }, 'follow_up_by_survey'],
]

it.each(VIEWS)(
  'reads a page of %s in order from an index, however many there are',
  async (_, filter, index) => {
    const file = temporaryFile()
    const db = await makeDatabase(file)
    const { id } = await makeSurvey(db)
    await saveResponse(db, aResponse(id, { answers: { score: 1 } }))
    const read: { sql: string; params: unknown[] }[] = []
    const listen = (traced: unknown) => void read.push(traced as (typeof read)[number])
    subscribe('ohlas:statement', listen)
    await listFollowUps(db, {
      until: NOW,
      ...filter,
      after: { rank: NOW - 1, id: 'x' },
      limit: 51,
    })
    unsubscribe('ohlas:statement', listen)
    const planner = new Database(file, { readonly: true })
    onTestFinished(() => void planner.close())
    const { sql, params } = read.find(({ sql }) => sql.includes('from "follow_up"'))!
    const steps = planner.prepare(`explain query plan ${sql}`).all(...params) as {
      detail: string
    }[]
    const plan = steps.map(({ detail }) => detail)
    expect(plan.join('\n')).toContain(`SEARCH follow_up USING INDEX ${index}`)
    expect(plan.filter((step) => step.includes('TEMP B-TREE'))).toEqual([])
  },
)
