/** Who else has a survey open in the editor, and since when, in milliseconds UTC. */
export type Editor = { name: string; since: number }

/** For how long somebody counts as there after they last said so, in milliseconds. */
const LIFE = 30_000

/** Who is editing which survey. Kept in memory: it is over when the process is. */
export function createEditors(now: () => number) {
  const surveys = new Map<string, Map<string, Editor & { seen: number }>>()

  function presentIn(survey: string) {
    const editors = surveys.get(survey) ?? new Map<string, Editor & { seen: number }>()
    for (const [id, { seen }] of editors) if (now() - seen >= LIFE) editors.delete(id)
    if (!editors.size) surveys.delete(survey)
    return editors
  }

  return {
    /** Says that somebody is there still. @returns the others, the longest there first */
    enter(survey: string, { id, name }: { id: string; name: string }): Editor[] {
      const editors = presentIn(survey)
      editors.set(id, { name, since: editors.get(id)?.since ?? now(), seen: now() })
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
