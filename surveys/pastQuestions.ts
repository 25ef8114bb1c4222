import { isScored, scoredQuestions, textIn, type SurveyDefinition } from './definition.ts'
import type { Metric } from './scoring/metrics.ts'

/** A scored question that is no longer in the survey, with its last text. */
export type PastQuestion = { id: string; metric: Metric; ask: string }

/**
 * Lists the scored questions of earlier versions that the current one doesn't have, the latest first.
 * @param versions every published version, newest first
 */
export function pastQuestions(
  current: SurveyDefinition,
  versions: SurveyDefinition[],
): PastQuestion[] {
  const seen = new Set(scoredQuestions(current).map(({ id }) => id))
  return versions.flatMap((definition) =>
    definition.questions.filter(isScored).flatMap(({ id, kind, text }) => {
      if (seen.has(id)) return []
      seen.add(id)
      return [{ id, metric: kind, ask: textIn(text, definition.languages[0]!, definition).ask }]
    }),
  )
}

/**
 * Lists the questions that were the main one of any version.
 * @returns `overlap`: whether one version had several of them, so that a response may have answered both
 */
export function mainQuestions(versions: SurveyDefinition[]): { ids: string[]; overlap: boolean } {
  const idsByVersion = versions.map((definition) => scoredQuestions(definition).map(({ id }) => id))
  const ids = [...new Set(idsByVersion.flatMap(([main]) => main ?? []))]
  const overlap = idsByVersion.some((each) => ids.filter((id) => each.includes(id)).length > 1)
  return { ids, overlap }
}
