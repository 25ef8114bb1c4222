import { expect } from 'vitest'
import type { SurveyDraft } from '../../../surveys/definition.ts'
import type { TestApp } from '../../support/app.ts'
import { definition } from '../../support/surveys.ts'

type Detail = {
  definition: SurveyDraft
  draft: { revision: number; by: string | null; savedAt: number }
  published: SurveyDraft | null
  testUrl: string | null
  name: string
  version: number | null
}

export const put = (json: unknown) => ({ method: 'PUT', json })

export async function read({ ask }: TestApp, id: string, role: 'viewer' | 'admin' = 'admin') {
  return (await (await ask(role, `/api/v1/surveys/${id}`)).json()) as Detail
}

export async function fieldsOf(answer: Response) {
  expect(answer.status).toBe(400)
  const { errors } = (await answer.json()) as { errors: { field: string }[] }
  return errors.map(({ field }) => field)
}

/** The small survey with another question to its score. */
export function asking(ask: string): SurveyDraft {
  const changed = structuredClone(definition)
  changed.questions[0]!.text.en!.ask = ask
  return changed
}

export async function copied({ ask }: TestApp, copyOf: string) {
  const made = await ask('admin', '/api/v1/surveys', {
    method: 'POST',
    json: { copyOf, name: 'A copy' },
  })
  expect(made.status).toBe(201)
  return (await made.json()) as { id: string; slug: string }
}
