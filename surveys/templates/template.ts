import type { Metric } from '../scoring/metrics.ts'
import type { SurveyDefinition } from '../definition.ts'

/** Groups in which templates are offered; `scale` are those for any occasion. */
export const TEMPLATE_GROUPS = ['service', 'purchase', 'product', 'scale'] as const

/** A ready-made survey in all its languages, with a name and description for the team. */
export type Template<Id extends string = string> = {
  id: Id
  group: (typeof TEMPLATE_GROUPS)[number]
  metric: Metric
  name: Record<string, string>
  description: Record<string, string>
  definition: SurveyDefinition
}
