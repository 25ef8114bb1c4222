import type { Metric } from '../scoring/metrics.ts'
import type { SurveyDefinition } from '../definition.ts'

/** What templates are offered under; `scale` are those for any moment. */
export const TEMPLATE_GROUPS = ['service', 'purchase', 'product', 'scale'] as const

/** A ready-made survey: what the team reads about it, and the survey itself in all its languages. */
export type Template<Id extends string = string> = {
  id: Id
  group: (typeof TEMPLATE_GROUPS)[number]
  metric: Metric
  name: Record<string, string>
  description: Record<string, string>
  definition: SurveyDefinition
}
