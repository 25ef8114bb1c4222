import type { Context } from 'hono'
import {
  DRAFT,
  readLiveSurvey,
  readDraftAsSurvey,
  type LiveSurvey,
} from '../../db/surveys/surveys.ts'
import { SurveyClosed } from '../../surveys/errors.ts'
import type { Deps } from '../base/deps.ts'
import { isTestPass } from '../base/testPass.ts'
import { isOfVersion } from '../base/tokens.ts'
import { readVisitor, type Visitor } from '../sharing/visitors.ts'
import { readLink } from './link.ts'

/**
 * Reads the survey of a URL: the published version, or the draft if there is a test pass.
 * @throws NotFound
 * @throws SurveyClosed
 * @throws InvalidInput naming what is unfinished in the draft
 */
export async function readSurveyAt(
  deps: Deps,
  context: Context,
  slug: string,
): Promise<LiveSurvey> {
  return isTestPass(deps, slug, context.req.query('test'))
    ? readDraftAsSurvey(deps.db, slug)
    : readOpenSurvey(deps, slug)
}

async function readOpenSurvey({ db }: Deps, slug: string): Promise<LiveSurvey> {
  const survey = await readLiveSurvey(db, slug)
  if (survey.state !== 'live') throw new SurveyClosed()
  return survey
}

/**
 * Reads the survey of a page. `readPage` still has to validate its token and whether answers are taken.
 * @throws NotFound
 * @throws InvalidInput naming what is unfinished in the draft
 */
export async function readSurveyOf(deps: Deps, slug: string, token: string): Promise<LiveSurvey> {
  return isOfVersion(token, DRAFT)
    ? readDraftAsSurvey(deps.db, slug)
    : readLiveSurvey(deps.db, slug)
}

/** Reads the visitor of a link. Someone who tries a draft is no customer. */
export function visitorOf(deps: Deps, context: Context, survey: LiveSurvey): Visitor {
  if (survey.version !== DRAFT) return readLink(deps, context, survey)
  const { test: _, ...about } = context.req.query()
  const { customer: __, trapped: ___, ...visitor } = readVisitor(about, survey.definition)
  return visitor
}
