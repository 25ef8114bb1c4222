import { saveResponse } from '../../../db/responses/save.ts'
import { NOW } from '../../support/clock.ts'
import type { TestApp } from '../../support/app.ts'
import { aResponse, makeSurvey } from '../../support/surveys.ts'

export type FollowUp = {
  id: string
  state: string
  note: string | null
  owner: { id: string; name: string } | null
  contactedAt: number | null
  closedAt: number | null
  timeline: { kind: string; at: number; text: string | null; detail: string | null; by: string }[]
  history: { id: string }[]
  response: { id: string }
  reason: string | null
  reachable: boolean
}

export type Page = { followUps: FollowUp[]; next: string | null }

export async function withCases(
  app: TestApp,
  count: number,
  properties: Record<string, string> = {},
) {
  const { id } = await makeSurvey(app.db)
  for (let index = 0; index < count; index++)
    await saveResponse(
      app.db,
      aResponse(id, {
        answers: { score: index % 7, why: `Reason ${index}` },
        properties,
        answeredAt: NOW - index * 60_000,
        customer: { email: 'eva@example.com', name: 'Eva' },
      }),
    )
  return id
}

export const list = async (app: TestApp, query = '') =>
  (await (await app.ask('lead', `/api/v1/follow-ups${query}`)).json()) as Page

export const change = (app: TestApp, id: string, json: unknown) =>
  app.ask('lead', `/api/v1/follow-ups/${id}`, { method: 'PATCH', json })

export const countsOf = async (app: TestApp, query = '') =>
  (await (await app.ask('lead', `/api/v1/follow-up-counts${query}`)).json()) as Record<
    string,
    number
  >
