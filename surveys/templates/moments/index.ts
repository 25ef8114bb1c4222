import { cancellation } from './cancellation.ts'
import { delivery } from './delivery.ts'
import { event } from './event.ts'
import { onboarding } from './onboarding.ts'
import { product } from './product.ts'
import { purchase } from './purchase.ts'
import { relationship } from './relationship.ts'
import { returned } from './return.ts'
import { support } from './support.ts'
import { visit } from './visit.ts'

/** Templates for typical occasions, in the order in which they are offered. */
export const MOMENTS = {
  support,
  visit,
  event,
  purchase,
  delivery,
  return: returned,
  onboarding,
  product,
  relationship,
  cancellation,
}
