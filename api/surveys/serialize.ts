import { readCurrent, readDefinition, type Survey } from '../../db/surveys/surveys.ts'
import { readPublishedIds } from '../../db/surveys/versions.ts'
import { isScored, textIn, type SurveyDraft } from '../../surveys/definition.ts'
import { isAdmin } from '../base/access.ts'
import type { Deps } from '../base/deps.ts'
import type { ReadContext } from '../base/readContext.ts'
import { basePathOf } from '../base/origin.ts'
import { testPass } from '../base/testPass.ts'
import { readSurveyAnswers } from './surveyAnswers.ts'

/**
 * Serialises surveys for lists.
 * @param address the server's, for links that leave it; null if unknown
 */
export async function toSurveys(deps: Deps, address: string | null, rows: Survey[]) {
  const answered = await readSurveyAnswers(deps, rows)
  return Promise.all(
    rows.map(async (row, at) => ({
      ...describe(row, await readCurrent(deps.db, row), address),
      ...answered[at]!,
    })),
  )
}

export async function toSurvey(deps: Deps, address: string | null, row: Survey) {
  return (await toSurveys(deps, address, [row]))[0]!
}

function describe(row: Survey, definition: SurveyDraft, address: string | null) {
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
  }
}

/** Serialises a survey for its editor. */
export async function toSurveyDetail(deps: Deps, { actor, address }: ReadContext, row: Survey) {
  const { draft, id, slug, version } = row
  const survey = await toSurvey(deps, address, row)
  // A path is enough, since drafts are opened from the dashboard.
  const page = survey.url ?? `${basePathOf(deps.config)}/s/${slug}`
  return {
    ...survey,
    definition: draft,
    draft: toSavedDraft(row),
    published: version === null ? null : await readDefinition(deps.db, id, version),
    publishedIds: await readPublishedIds(deps.db, id),
    testUrl: isAdmin(actor) ? `${page}?test=${testPass(deps, slug)}` : null,
  }
}

export function toSavedDraft({ draftRevision, draftBy, draftAt, createdAt }: Survey) {
  return { revision: draftRevision, by: draftBy, savedAt: draftAt ?? createdAt }
}
