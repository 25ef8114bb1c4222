import type { FollowUpRow } from '../../db/followUps/followUps.ts'
import type { CloseReason } from '../../surveys/followUps.ts'
import type { Deps } from '../base/deps.ts'
import type { ReadContext } from '../base/readContext.ts'
import { toResponse } from '../responses/serialize.ts'

export async function toFollowUp(deps: Deps, readContext: ReadContext, row: FollowUpRow) {
  const { ownerId, ownerName, reason, ...facts } = row.followUp
  return {
    ...facts,
    reason: reason as CloseReason | null,
    reachable: row.reachable,
    owner: ownerId && ownerName ? { id: ownerId, name: ownerName } : null,
    survey: { id: row.surveyId, name: row.surveyName },
    response: await toResponse(deps, readContext, {
      ...row,
      followUpId: facts.id,
      followUpState: facts.state,
    }),
  }
}
