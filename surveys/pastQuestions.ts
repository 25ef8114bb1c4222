import { isScored, scoredQuestions, textIn, type SurveyDefinition } from './definition.ts'
import type { Metric } from './scoring/metrics.ts'

/** A scored question that was asked once and is not any more, in the words it had last. */
export type PastQuestion = { id: string; metric: Metric; ask: string }

/**
 * The scored questions that some version asked and the current one does not, those asked last first.
 * @param versions every published version, the newest first
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
 * The questions that were the main one of some version, and whether one response may have answered
 * several of them.
 */
export function mainQuestions(versions: SurveyDefinition[]): { ids: string[]; overlap: boolean } {
  const idsByVersion = versions.map((definition) => scoredQuestions(definition).map(({ id }) => id))
  const ids = [...new Set(idsByVersion.flatMap(([main]) => main ?? []))]
  const overlap = idsByVersion.some((each) => ids.filter((id) => each.includes(id)).length > 1)
  return { ids, overlap }
}
