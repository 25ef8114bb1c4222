import { Hono } from 'hono'
import { DRAFT } from '../../db/surveys/surveys.ts'
import { readAnswers, shownAnswers } from '../../surveys/answers.ts'
import { askPage } from '../../web/respondent/page.ts'
import { addressOf } from '../base/clientAddress.ts'
import type { Deps } from '../base/deps.ts'
import { limitVisits } from '../base/limits.ts'
import { OK, pageResponse } from './pageResponse.ts'
import { formResponse } from './form.ts'
import { addressStartOf, newPage } from './newPage.ts'
import { checkProof, isProofNeeded, watchArrivals } from './proving.ts'
import { checkOpen, feedbackFor, readPage, save } from './saving.ts'
import { readSurveyAt, readSurveyOf, visitorOf } from './trying.ts'
import { limitBody, readForm, readJsonSubmission } from './submissions.ts'
import { languageFor } from '../sharing/visitors.ts'

/** The customer's side: the page of a survey, and what it sends. */
export function respondRoutes(deps: Deps) {
  const routes = new Hono()
  const arrivals = watchArrivals(deps)
  limitVisits(routes, deps.config)

  routes.get('/:slug', async (context) => {
    const asked = await readSurveyAt(deps, context, context.req.param('slug'))
    const language = languageFor(context, asked.definition.languages)
    const visitor = visitorOf(deps, context, asked)
    const page = await newPage(deps, asked, language, visitor, addressStartOf(context))
    return pageResponse(OK, askPage(page), asked.definition, context)
  })

  routes.put('/:slug/responses/:id', limitBody, async (context) => {
    const submission = await readJsonSubmission(context, deps.now())
    const asked = await readSurveyOf(deps, context.req.param('slug'), submission.token)
    const page = await readPage(deps, asked, context.req.param('id'), submission.token)
    checkOpen(deps, asked, page, submission.answeredAt)
    const said = readAnswers(page.definition, submission.answers ?? {})
    const answers = shownAnswers(page.definition, said)
    const address = addressOf(context, deps.config)
    const crowd = arrivals.crowdOf(page, address, submission.answeredAt)
    const proven = isProofNeeded(page, crowd)
      ? await checkProof(deps, page.claims, submission.proof)
      : undefined
    const burst = submission.confirmed ? arrivals.burstOf(page, answers, address) : undefined
    const stored = await save(deps, page, answers, {
      ...submission,
      crowd,
      inBurst: burst?.isPrograms === true,
      ...(proven !== undefined && { proven }),
    })
    await burst?.takeBack(deps)
    const state =
      page.claims.version === DRAFT
        ? 'test'
        : !submission.confirmed
          ? 'unconfirmed'
          : submission.complete
            ? 'complete'
            : 'partial'
    const feedback = state === 'complete' && feedbackFor(deps, page, stored)
    return new Response(JSON.stringify({ id: page.claims.response, state, ...feedback }), {
      headers: JSON_HEADERS,
    })
  })

  routes.post('/:slug', limitBody, async (context) => {
    const asked = await readSurveyAt(deps, context, context.req.param('slug'))
    const form = await readForm(context)
    return formResponse(deps, context, asked, form, arrivals)
  })

  return routes
}

const JSON_HEADERS = { 'content-type': 'application/json', 'cache-control': 'no-store' }
