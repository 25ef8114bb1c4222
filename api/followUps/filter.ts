import type { z } from '@hono/zod-openapi'
import type { FollowUpFilter } from '../../db/followUps/matching.ts'
import { findResponses } from '../../db/search/matching.ts'
import { readSurvey } from '../../db/surveys/surveys.ts'
import { InvalidInput } from '../../surveys/errors.ts'
import type { Actor } from '../base/access.ts'
import type { Deps } from '../base/deps.ts'
import {
  checkSegments,
  followUpQuery,
  instantsOf,
  propertiesOf,
  searchOf,
} from '../base/filters.ts'

/** Reads the filter of follow-ups from a query. */
export const filterReader =
  (deps: Deps) =>
  async (
    actor: Actor,
    query: z.infer<typeof followUpQuery>,
    own: z.ZodObject = followUpQuery,
  ): Promise<FollowUpFilter> => {
    if (query.survey) await readSurvey(deps.db, query.survey)
    const segments = propertiesOf(query, own)
    if (segments.length && !query.survey)
      throw new InvalidInput([
        { field: segments[0]!.property, message: 'can be filtered by together with "survey"' },
      ])
    if (query.survey) await checkSegments(deps.db, query.survey, segments)
    const search = searchOf(actor, query.q, { seesNotes: true })
    return {
      search: search && (await findResponses(deps.db, search, query.survey)),
      state: query.state,
      ownerId: query.owner === 'none' ? null : query.owner === 'me' ? actor.id : query.owner,
      surveyId: query.survey,
      overdueAt: query.overdue && deps.now(),
      reason: query.reason,
      unreachable: Boolean(query.unreachable),
      segments,
      ...instantsOf(query, deps),
    }
  }
