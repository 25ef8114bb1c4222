import { readCurrent, readDefinition, type Survey } from '../../db/surveys/surveys.ts'
import { readEverAsked } from '../../db/surveys/versions.ts'
import { isScored, textIn } from '../../surveys/definition.ts'
import { mayAct } from '../base/access.ts'
import type { Deps } from '../base/deps.ts'
import type { Looking } from '../base/looking.ts'
import { basePathOf } from '../base/origin.ts'
import { testPass } from '../base/testPass.ts'
import { readSurveyAnswers } from './surveyAnswers.ts'

/**
 * A survey as lists show it.
 * @param address the server's, for links that leave it; null if unknown
 */
export async function toSurvey(deps: Deps, address: string | null, row: Survey) {
  const { db } = deps
  const definition = await readCurrent(db, row)
  const scored = definition.questions.filter(isScored)
  const { id, slug, name, state, version, example, createdAt } = row
  const fallback = definition.languages[0]!
  return {
    id,
    slug,
    name,
    state,
    version,
    example,
    createdAt,
    languages: definition.languages,
    url: address === null ? null : `${address}/s/${slug}`,
    questions: scored.map((question) => ({
      id: question.id,
      metric: question.kind,
      ask: textIn(question.text, fallback, definition).ask,
    })),
    ...(await readSurveyAnswers(deps, row)),
  }
}

/** A survey as its editor shows it. */
export async function toSurveyDetail(deps: Deps, { actor, address }: Looking, row: Survey) {
  const { draft, id, slug, version } = row
  const survey = await toSurvey(deps, address, row)
  // A path is enough: whoever tries a draft is already here.
  const page = survey.url ?? `${basePathOf(deps.config)}/s/${slug}`
  return {
    ...survey,
    definition: draft,
    draft: toSavedDraft(row),
    published: version === null ? null : await readDefinition(deps.db, id, version),
    asked: await readEverAsked(deps.db, id),
    testUrl: mayAct(actor, 'admin') ? `${page}?test=${testPass(deps, slug)}` : null,
  }
}

export function toSavedDraft({ draftRevision, draftBy, draftAt, createdAt }: Survey) {
  return { revision: draftRevision, by: draftBy, savedAt: draftAt ?? createdAt }
}
