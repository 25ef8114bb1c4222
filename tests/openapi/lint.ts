import { createConfig, lintFromString } from '@redocly/openapi-core'
import { apiRoutes } from '../../api/app.ts'
import type { SignInDeps } from '../../api/people/secondFactor.ts'
import { describeApi } from '../../api/openapi/document.ts'
import type { Setup } from '../../api/people/setup.ts'

/** Routes ask nothing of the world before a request comes. */
const NOTHING = {}

// Lints the OpenAPI document by the rules of `npx @redocly/cli lint`, without a server or a database.
const document = describeApi(apiRoutes(NOTHING as SignInDeps, NOTHING as Setup), {
  publicUrl: undefined,
})
const problems = await lintFromString({
  source: JSON.stringify(document),
  absoluteRef: 'openapi.json',
  config: await createConfig({ extends: ['recommended'] }),
})
for (const { severity, ruleId, message, location } of problems)
  console.error(`${severity} ${ruleId}: ${message} (${location[0]?.pointer})`)
if (problems.length)
  console.error('What an operation is called stands in api/openapi/operations.ts.')
process.exitCode = problems.length ? 1 : 0
