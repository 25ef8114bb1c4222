import type { Context } from 'hono'
import { readFollowUp } from '../../db/followUps/followUps.ts'
import { listHistory } from '../../db/responses/list.ts'
import { recordNamesViewed } from '../audit/record.ts'
import type { Env } from '../base/access.ts'
import type { Deps } from '../base/deps.ts'
import { readContextOf } from '../base/readContext.ts'
import { toResponse } from '../responses/serialize.ts'
import { toFollowUp } from './serialize.ts'

/**
 * Creates the function that reads one follow-up with its timeline and the customer's other responses.
 */
export function detailReader(deps: Deps) {
  return async (context: Context<Env>, id: string) => {
    const readContext = readContextOf(deps, context)
    const row = await readFollowUp(deps.db, id)
    await recordNamesViewed(deps, context.get('actor'), [row])
    const history = row.customerId ? await listHistory(deps.db, row.customerId, row.id) : []
    return {
      ...(await toFollowUp(deps, readContext, row)),
      timeline: row.timeline,
      history: await Promise.all(history.map((each) => toResponse(deps, readContext, each))),
    }
  }
}
