import { isIdentifier } from './isIdentifier.ts'
import type { Db } from '../statements.ts'
import { setHidden } from './propertyUse.ts'
import type { GroupValues } from '../scoreboard/segments.ts'
import { usesOfValues } from './uses.ts'
import { SERVER, runFor } from '../requestScope.ts'

/**
 * Hides those of a response's properties that are identifiers, such as order numbers, by which viewers
 * could recognise a customer. An admin can show them again. Call it once a property has more than a few
 * values. Returns at once and continues in the background.
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
  // If this fails, the property stays visible until an admin hides it.
  runFor(SERVER, judge).catch(() => {})
}
