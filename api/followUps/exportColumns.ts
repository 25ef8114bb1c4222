import type { z } from '@hono/zod-openapi'
import { listProperties } from '../../db/surveys/exports.ts'
import { FOLLOW_UP_HEADINGS, propertyHeading } from '../../surveys/exporting/headings.ts'
import type { Deps } from '../base/deps.ts'
import type { Cell } from '../../surveys/exporting/cell.ts'
import { jsonCell, propertyCells, timeCells, type Columns } from '../exporting/cells.ts'
import type { followUp } from './schemas.ts'

/** The columns of follow-ups, which may come from several surveys. */
export async function followUpColumns(
  { db, workspace }: Pick<Deps, 'db' | 'workspace'>,
  surveyId?: string,
): Promise<Columns<z.infer<typeof followUp>>> {
  const { timeZone } = workspace
  const properties = await listProperties(db, surveyId)
  const h = FOLLOW_UP_HEADINGS
  return {
    header: [
      h.id,
      h.state,
      h.reason,
      h.owner,
      h.note,
      h.openedAt,
      h.openedAtLocal,
      h.dueAt,
      h.dueAtLocal,
      h.contactedAt,
      h.contactedAtLocal,
      h.closedAt,
      h.closedAtLocal,
      h.survey,
      h.score,
      h.comment,
      h.language,
      ...properties.map(propertyHeading),
      h.otherProperties,
      h.customerName,
      h.customerEmail,
      h.customerId,
      h.customerVerified,
      h.personal,
      h.responseId,
    ],
    cells: ({ response, ...row }) => [
      row.id,
      row.state,
      row.reason,
      row.owner?.name ?? null,
      row.note,
      ...timeCells(row.openedAt, timeZone),
      ...timeCells(row.dueAt, timeZone),
      ...timeCells(row.contactedAt, timeZone),
      ...timeCells(row.closedAt, timeZone),
      row.survey.name,
      response.answers.find(({ value }) => value !== null)?.value ?? null,
      response.answers.flatMap(({ text }) => text ?? []).join('\n') || null,
      response.language,
      ...propertyCells(response.properties, properties),
      response.customer?.name ?? null,
      response.customer?.email ?? null,
      response.customer?.externalId ?? null,
      verifiedCell(response),
      jsonCell(response.personal ?? {}),
      response.id,
    ],
  }
}

const verifiedCell = ({ customer }: { customer: { verified: boolean } | null }): Cell =>
  customer && (customer.verified ? 'yes' : 'no')
