import { newId } from '../../db/ids.ts'
import { filledIn, finished } from '../../surveys/drafts.ts'
import type { InvalidInput } from '../../surveys/errors.ts'
import { chooseLanguage, wordsIn } from '../../surveys/locales/index.ts'
import { bandOf, isOnScale } from '../../surveys/scoring/metrics.ts'
import { mainQuestion, type SurveyDefinition, type SurveyDraft } from '../../surveys/definition.ts'
import { askPage, noticePage, thanksPage } from '../../web/respondent/page.ts'
import type { Deps } from '../base/deps.ts'
import { OK, pageResponse } from './pageResponse.ts'
import type { Page } from './packing.ts'

/** A draft in one language, and a score as if chosen; `done` for the thank-you page. */
export type Preview = {
  definition: SurveyDraft
  language: string
  score?: number | undefined
  done: boolean
}

/**
 * Renders the survey page for the editor's frame. It has no response, and its script's saves are not
 * stored.
 * @throws InvalidInput if it can't be shown, for example without a score
 */
export function previewResponse({ workspace, now }: Deps, preview: Preview): Response {
  const definition = finished(filledIn(preview.definition))
  const { languages } = definition
  const language = chooseLanguage([preview.language], languages) ?? languages[0]!
  const page = { company: workspace.name, language, definition }
  const { id, kind } = mainQuestion(definition)
  const score = isOnScale(kind, preview.score) ? preview.score : null
  if (preview.done)
    return framed(
      thanksPage({ ...page, band: score === null ? null : bandOf(kind, score) }),
      definition,
    )
  return framed(
    askPage({
      ...page,
      // A unique version, because a page resumes what its tab had started with the same version.
      version: now(),
      token: '',
      response: newId(now()),
      revision: 1,
      answers: score === null ? {} : { [id]: score },
      addressStart: '#',
    }),
    definition,
  )
}

/** Explains in the frame why there is no preview. */
export function noPreviewResponse({ workspace }: Deps, language: string, error: InvalidInput) {
  const sender = { company: workspace.name, language }
  const message = error.errors.map(({ field, message }) => `${field}: ${message}`).join('\n')
  return framed(noticePage(sender, wordsIn(language).brokenTitle, message), undefined, 400)
}

/** Only our own dashboard may frame it. */
const framed = (page: Page, survey?: SurveyDefinition, status: 200 | 400 = OK.status) =>
  pageResponse({ status }, page, { look: survey?.look, sites: ["'self'"] })
