import { createHash } from 'node:crypto'
import { Hono } from 'hono'
import { compress } from 'hono/compress'
import { etag } from 'hono/etag'
import { WIDGET } from '../../web/widget/index.ts'

const HEADERS = {
  'content-type': 'text/javascript; charset=utf-8',
  // Long enough to cost a site nothing, short enough for a mended widget to arrive the same day.
  'cache-control': 'public, max-age=3600',
  'cross-origin-resource-policy': 'cross-origin',
  'x-content-type-options': 'nosniff',
  etag: `"${createHash('sha256').update(WIDGET).digest('base64url').slice(0, 20)}"`,
}

/** The script that other sites load to show a survey (docs/widget.md). */
export function widgetRoutes() {
  return new Hono()
    .use('/widget.js', etag(), compress())
    .get('/widget.js', (context) => context.body(WIDGET, 200, HEADERS))
}
