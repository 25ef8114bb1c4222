import type { Context } from 'hono'
import { DRAFT, readTriedSurvey, type AskedSurvey } from '../../db/surveys.ts'
import type { Deps } from '../deps.ts'
import { isTestPass } from '../testPass.ts'
import { isOfVersion } from '../tokens.ts'
import { readVisitor, type Visitor } from '../visitors.ts'
import { readOpenSurvey } from './saving.ts'

/**
 * The survey that an address opens: what is published, or with a test pass the draft.
 * @throws NotFound, SurveyClosed; InvalidInput naming what is not finished in the draft
 */
export async function readSurveyAt(deps: Deps, context: Context, slug: string) {
  return isTestPass(deps, slug, context.req.query('test'))
    ? readTriedSurvey(deps.db, slug)
    : readOpenSurvey(deps, slug)
}

/**
 * The survey that a page was made of. What it says of itself is yet to be checked, as `readPage` does.
 * @throws the same
 */
export async function readSurveyOf(deps: Deps, slug: string, token: string) {
  return isOfVersion(token, DRAFT) ? readTriedSurvey(deps.db, slug) : readOpenSurvey(deps, slug)
}

/** What the link says of who opens it; whoever tries a draft is no customer. */
export function visitorOf(context: Context, asked: AskedSurvey): Visitor {
  const query = context.req.query()
  if (asked.version !== DRAFT) return readVisitor(query, asked.definition)
  const { test: _, ...about } = query
  const { customer: __, trapped: ___, ...visitor } = readVisitor(about, asked.definition)
  return visitor
}
