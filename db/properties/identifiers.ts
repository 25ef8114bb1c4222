import { isIdentifier } from './isIdentifier.ts'
import type { Db } from '../statements.ts'
import { setHidden } from './propertyUse.ts'
import type { GroupValues } from '../scoreboard/segments.ts'
import { usesOfValues } from './uses.ts'
import { SERVER, runFor } from '../requestScope.ts'

/**
 * Hides those of an answer's properties that are identifiers, such as an order's number: nearly every answer
 * has its own, so that viewers could tell a single customer's answer. An admin may show them again. To be
 * called once a property has got more than a few values; goes on in the background.
 */
export function hideIdentifiers(
  db: Db,
  surveyId: string,
  { pairs, reserved }: Pick<GroupValues, 'pairs' | 'reserved'>,
): void {
  const names = pairs.map(({ property }) => property).filter((name) => !reserved.includes(name))
  const judge = async () => {
    for (const [property, uses] of await usesOfValues(db, surveyId, names))
      if (isIdentifier(uses)) await setHidden(db, { surveyId, property, value: '' }, true, reserved)
  }
  // After a failure the property stays visible until an admin hides it.
  runFor(SERVER, judge).catch(() => {})
}
