import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import { compress } from 'hono/compress'
import { secureHeaders } from 'hono/secure-headers'
import { NotFound } from '../../surveys/errors.ts'
import type { Config } from './config.ts'
import { basePathOf, pathBelow } from './origin.ts'

const root = fileURLToPath(new URL('../../dist/dashboard', import.meta.url))

/** Serves the dashboard's files, and its page for every other URL. */
export function dashboardRoutes(config: Config) {
  const base = basePathOf(config)
  // Makes the build's relative URLs absolute, since pages have deeper paths.
  const page = readFileSync(`${root}/index.html`, 'utf8').replaceAll('"./', `"${base}/`)
  return new Hono({ getPath: pathBelow(base) })
    .use(
      compress(),
      secureHeaders({
        contentSecurityPolicy: {
          defaultSrc: ["'self'"],
          imgSrc: ["'self'", 'data:'],
          frameAncestors: ["'none'"],
          baseUri: ["'none'"],
          formAction: ["'self'"],
        },
        crossOriginEmbedderPolicy: false,
        strictTransportSecurity: false,
        referrerPolicy: 'same-origin',
      }),
    )
    .use('/assets/*', async (context, next) => {
      await next()
      if (context.res.ok) context.header('cache-control', 'public, max-age=31536000, immutable')
    })
    .use('/assets/*', serveStatic({ root }))
    .get('/assets/*', () => {
      throw new NotFound('file')
    })
    .get('/*', (context) => context.html(page, 200, { 'cache-control': 'no-cache' }))
}
