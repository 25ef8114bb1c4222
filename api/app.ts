import { OpenAPIHono } from '@hono/zod-openapi'
import { bodyLimit } from 'hono/body-limit'
import { NotFound } from '../surveys/errors.ts'
import { identify, type Env } from './base/access.ts'
import { warnOfUnknownProxy } from './base/clientAddress.ts'
import { demandHttps, isOnHttpsAlone } from './base/https.ts'
import { dashboardRoutes } from './base/dashboardRoutes.ts'
import type { Deps } from './base/deps.ts'
import { checkNames } from './base/filters.ts'
import { describeApi } from './openapi/document.ts'
import { basePathOf, pathBelow, refuseOtherOrigin } from './base/origin.ts'
import { BodyTooLarge, MethodNotAllowed } from './base/problems.ts'
import { errorResponse, isCustomers } from './respond/errorResponse.ts'
import { apiKeyRoutes } from './apiKeys/routes.ts'
import { auditRoutes } from './audit/routes.ts'
import { importFileRoutes } from './importing/routes.ts'
import { importRoutes } from './importing/undoRoutes.ts'
import { isFileUpload } from './importing/receiveFile.ts'
import { alertRoutes } from './watching/alertRoutes.ts'
import { changeRoutes } from './scores/changeRoutes.ts'
import { draftRoutes } from './surveys/draftRoutes.ts'
import { feedbackRoutes } from './respond/feedbackRoutes.ts'
import { floodRoutes } from './floods/routes.ts'
import { followUpChangeRoutes } from './followUps/changeRoutes.ts'
import { liveRoutes } from './followUps/live/routes.ts'
import { followUpExportRoutes } from './followUps/exportRoutes.ts'
import { followUpRoutes } from './followUps/routes.ts'
import { healthRoutes } from './base/healthRoutes.ts'
import { linkRoutes } from './sharing/routes.ts'
import { propertyRoutes } from './properties/routes.ts'
import { annotationRoutes } from './scores/annotationRoutes.ts'
import { respondRoutes } from './respond/routes.ts'
import { responseExportRoutes } from './responses/exportRoutes.ts'
import { responseRoutes } from './responses/routes.ts'
import { resultRoutes } from './results/routes.ts'
import { tagRoutes } from './responses/tagRoutes.ts'
import { scoreRoutes } from './scores/routes.ts'
import { overviewRoutes } from './overview/routes.ts'
import { scriptRoutes } from './respond/scriptRoutes.ts'
import { accountLinkRoutes } from './people/accountLinkRoutes.ts'
import { meRoutes } from './people/meRoutes.ts'
import { checksOwnPassword } from './people/ownPassword.ts'
import { checksSecondFactor, type SignInDeps } from './people/secondFactor.ts'
import { twoFactorRoutes } from './people/twoFactorRoutes.ts'
import { peopleRoutes } from './people/routes.ts'
import { setupRoutes } from './people/setupRoutes.ts'
import { signInRoutes } from './people/signInRoutes.ts'
import { surveyRoutes } from './surveys/routes.ts'
import { viewRoutes } from './views/routes.ts'
import { watchingRoutes } from './watching/routes.ts'
import { workspaceRoutes } from './people/workspaceRoutes.ts'
import type { Setup } from './people/setup.ts'
import { takeNoBody } from './base/validation.ts'

/** Types of the dashboard's API client. */
export type App = ReturnType<typeof apiRoutes>

const LARGEST_BODY = 1024 * 1024

/** Builds all routes of the server. */
export function createApp(deps: Deps, setup: Setup) {
  const getPath = pathBelow(basePathOf(deps.config))
  const app = new OpenAPIHono<Env>({ getPath })
  app.onError((error, context) => errorResponse(deps, context, error))
  app.use(warnOfUnknownProxy(deps.config, deps.log))
  if (isOnHttpsAlone(deps.config)) app.use(demandHttps)

  app.route('/s', respondRoutes(deps))
  app.route('/f', feedbackRoutes(deps))
  app.route('/', scriptRoutes())
  const limit = bodyLimit({
    maxSize: LARGEST_BODY,
    onError: () => {
      throw new BodyTooLarge('The body is larger than 1 MB.')
    },
  })
  app.use('/api/*', (context, next) =>
    isFileUpload(context.req.path) ? next() : limit(context, next),
  )
  for (const path of ['/api/v1/*', '/health'])
    app.use(path, (context, next) => {
      checkNames(context.req.url)
      return next()
    })
  app.use('/api/*', async (context, next) => {
    await next()
    context.header('cache-control', 'no-store')
    context.header('x-content-type-options', 'nosniff')
  })
  app.use('/api/*', refuseOtherOrigin(deps.config))
  const signIn = { ...deps, checkSecondFactor: checksSecondFactor(deps) }
  app.route('/api/auth', signInRoutes(signIn))
  let document: ReturnType<typeof describeApi> | undefined
  app.get('/api/v1/openapi.json', (context) =>
    context.json((document ??= describeApi(app, deps.config))),
  )
  app.route('/', apiRoutes(signIn, setup))
  app.all('/api/*', (context) => {
    const allowed = METHODS.filter((method) => hasRoute(app, method, context.req.path))
    throw allowed.length ? new MethodNotAllowed(allowed) : new NotFound('route')
  })
  const dashboard = dashboardRoutes(deps.config)
  dashboard.onError((error, context) => errorResponse(deps, context, error))
  app.notFound((context) => {
    if (isCustomers(context)) throw new NotFound('page')
    return dashboard.fetch(context.req.raw, context.env)
  })
  return app
}

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']

function hasRoute(app: OpenAPIHono<Env>, method: string, path: string): boolean {
  const [handlers] = app.router.match(method, path)
  return handlers.some(([[, route]]) => route.method === method && route.path.startsWith('/api/'))
}

/** Builds the API's routes, which describe themselves in the OpenAPI document. */
export function apiRoutes(deps: SignInDeps, setup: Setup) {
  const known = new OpenAPIHono<Env>()
  const checkPassword = checksOwnPassword(deps)
  // Authenticates before reading a body.
  known.use(identify(deps), (context, next) =>
    isFileUpload(context.req.path) ? next() : takeNoBody(context, next),
  )
  return new OpenAPIHono<Env>()
    .route('/', healthRoutes(deps))
    .route('/api/v1', setupRoutes(deps, setup))
    .route('/api/v1', accountLinkRoutes(deps))
    .route(
      '/api/v1',
      known
        .route('/', meRoutes(deps, checkPassword))
        .route('/', twoFactorRoutes(deps, checkPassword))
        .route('/', peopleRoutes(deps))
        .route('/', workspaceRoutes(deps))
        .route('/', surveyRoutes(deps))
        .route('/', draftRoutes(deps))
        .route('/', linkRoutes(deps))
        .route('/', propertyRoutes(deps))
        .route('/', scoreRoutes(deps))
        .route('/', resultRoutes(deps))
        .route('/', overviewRoutes(deps))
        .route('/', changeRoutes(deps))
        .route('/', annotationRoutes(deps))
        .route('/', responseRoutes(deps))
        .route('/', tagRoutes(deps))
        .route('/', responseExportRoutes(deps))
        .route('/', floodRoutes(deps))
        .route('/', followUpRoutes(deps))
        .route('/', followUpExportRoutes(deps))
        .route('/', followUpChangeRoutes(deps))
        .route('/', liveRoutes(deps))
        .route('/', viewRoutes(deps))
        .route('/', watchingRoutes(deps))
        .route('/', alertRoutes(deps))
        .route('/', auditRoutes(deps))
        .route('/', importFileRoutes(deps))
        .route('/', importRoutes(deps))
        .route('/', apiKeyRoutes(deps)),
    )
}
