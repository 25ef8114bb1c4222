import { signToken } from '../../api/base/tokens.ts'
import { newId } from '../../db/ids.ts'
import type { Answers, Properties } from '../../surveys/answers.ts'

/** Builds a save as a shown page would send it: its path and its body. */
export function aSubmission(
  {
    secret,
    survey,
  }: { secret: string; survey: { id: string; slug: string; version: number | null } },
  answers: Answers,
  properties: Properties = {},
  issuedAt = Date.now() - 5_000,
) {
  const id = newId(issuedAt)
  const token = signToken(secret, {
    response: id,
    survey: survey.id,
    version: survey.version!,
    issuedAt,
    language: 'en',
    properties,
  })
  return {
    id,
    path: `/s/${survey.slug}/responses/${id}`,
    body: JSON.stringify({ token, answers, complete: true }),
  }
}
