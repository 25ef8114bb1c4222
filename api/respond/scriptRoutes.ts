import { createHash } from 'node:crypto'
import { Hono } from 'hono'
import { compress } from 'hono/compress'
import { etag } from 'hono/etag'
// oxlint-disable-next-line import/default -- the build turns the module into its text
import kioskWorker from '../../web/respondent/kiosk/worker.ts?inline-script'
// oxlint-disable-next-line import/default -- the build turns the module into its text
import solver from '../../web/respondent/solve.ts?inline-script'
import { WIDGET } from '../../web/widget/index.ts'

/** Routes of scripts that are loaded separately: by other sites, or rarely. */
export function scriptRoutes() {
  return (
    new Hono()
      .use('/widget.js', etag(), compress())
      .get('/widget.js', (context) => context.body(WIDGET, 200, FOR_EVERY_SITE))
      // Not under `/s/`, where any word may be a survey's slug.
      .use('/solve.js', etag(), compress())
      .get('/solve.js', (context) => context.body(solver, 200, headersOf(solver)))
      // Above the survey pages, because a worker's scope is its own folder.
      .use('/kiosk.js', etag(), compress())
      .get('/kiosk.js', (context) => context.body(kioskWorker, 200, headersOf(kioskWorker)))
  )
}

const FOR_EVERY_SITE = { ...headersOf(WIDGET), 'cross-origin-resource-policy': 'cross-origin' }

function headersOf(script: string) {
  return {
    'content-type': 'text/javascript; charset=utf-8',
    // Long enough to cost sites nothing, short enough that a fix arrives the same day.
    'cache-control': 'public, max-age=3600',
    'x-content-type-options': 'nosniff',
    etag: `"${createHash('sha256').update(script).digest('base64url').slice(0, 20)}"`,
  }
}
