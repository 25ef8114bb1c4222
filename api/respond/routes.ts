import { Hono } from 'hono'
import { readAnswers, shownAnswers } from '../../surveys/answers.ts'
import { NotFound } from '../../surveys/errors.ts'
import { isSlug } from '../../surveys/slug.ts'
import { askPage } from '../../web/respondent/page.ts'
import { addressOf } from '../base/clientAddress.ts'
import type { Deps } from '../base/deps.ts'
import { limitVisits } from '../base/limits.ts'
import { OK, pageResponse } from './pageResponse.ts'
import { formResponse } from './form.ts'
import { addressStartOf, newPage } from './newPage.ts'
import { watchArrivals } from './proving.ts'
import { readPage } from './shownPage.ts'
import { submit } from './submit.ts'
import { readSurveyAt, readSurveyOf, visitorOf } from './surveyAndVisitor.ts'
import { limitBody, readForm, readJsonSubmission } from './submissions.ts'
import { languageFor } from '../sharing/visitors.ts'

/** Routes of the survey page and its saves. */
export function respondRoutes(deps: Deps) {
  const routes = new Hono()
  const arrivals = watchArrivals(deps)
  limitVisits(routes, deps.config)

  routes.use('/:slug/*', async (context, next) => {
    if (!isSlug(context.req.param('slug'))) throw new NotFound('survey')
    await next()
  })

  routes.get('/:slug', async (context) => {
    const survey = await readSurveyAt(deps, context, context.req.param('slug'))
    const language = languageFor(context, survey.definition.languages)
    const visitor = visitorOf(deps, context, survey)
    const page = await newPage(deps, survey, language, visitor, addressStartOf(context))
    return pageResponse(OK, askPage(page), survey.definition, context)
  })

  routes.put('/:slug/responses/:id', limitBody, async (context) => {
    const submission = await readJsonSubmission(context, deps.now())
    const response = context.req.param('id')
    const survey = await readSurveyOf(deps, context.req.param('slug'), submission.token)
    const page = await readPage(deps, survey, { ...submission, response })
    const sentAnswers = readAnswers(page.definition, submission.answers ?? {})
    const answers = shownAnswers(page.definition, sentAnswers)
    const address = addressOf(context, deps.config)
    const receipt = await submit(deps, arrivals, page, { ...submission, answers }, address)
    return new Response(JSON.stringify({ id: response, ...receipt }), { headers: JSON_HEADERS })
  })

  routes.post('/:slug', limitBody, async (context) => {
    const survey = await readSurveyAt(deps, context, context.req.param('slug'))
    const form = await readForm(context)
    return formResponse(deps, context, survey, form, arrivals)
  })

  return routes
}

const JSON_HEADERS = { 'content-type': 'application/json', 'cache-control': 'no-store' }
