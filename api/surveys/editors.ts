/** Another person with the survey open in the editor, since when, in milliseconds UTC. */
export type Editor = { name: string; since: number }

/** How long an editor counts as present after their last report, in milliseconds. */
const LIFE = 30_000

/** Tracks who is editing which survey, in memory only. */
export function createEditors(now: () => number) {
  const surveys = new Map<string, Map<string, Editor & { seenAt: number }>>()

  function presentIn(survey: string) {
    const editors = surveys.get(survey) ?? new Map<string, Editor & { seenAt: number }>()
    for (const [id, { seenAt }] of editors) if (now() - seenAt >= LIFE) editors.delete(id)
    if (!editors.size) surveys.delete(survey)
    return editors
  }

  return {
    /** Marks an editor as present. @returns the others, longest present first */
    enter(survey: string, { id, name }: { id: string; name: string }): Editor[] {
      const editors = presentIn(survey)
      editors.set(id, { name, since: editors.get(id)?.since ?? now(), seenAt: now() })
      surveys.set(survey, editors)
      return [...editors]
        .filter(([other]) => other !== id)
        .map(([, { name, since }]) => ({ name, since }))
        .toSorted((a, b) => a.since - b.since)
    },
    leave(survey: string, id: string) {
      surveys.get(survey)?.delete(id)
      presentIn(survey)
    },
  }
}
