import type { PartTally, TallyScope } from '../../db/results/tallies.ts'
import type { KnownQuestion } from '../../surveys/knownQuestions.ts'
import { shareOf } from '../../surveys/results/questionResult.ts'
import { countValues, sizeOfTallies } from '../../surveys/results/tally.ts'

/** The shares of a part, a period or a group: of every counted question, in order. */
export function toShares<Part>(
  { questions }: TallyScope,
  known: KnownQuestion[],
  tallies: Map<string, PartTally<Part>[]>,
  part: Part,
) {
  return questions.map(({ id }) => {
    const given = (tallies.get(id) ?? []).filter((each) => each.part === part)
    const n = sizeOfTallies(given)
    const counts = countValues(given)
    const options = known.find(({ question }) => question === id)!.options
    return {
      question: id,
      n,
      options: Object.fromEntries(
        options.map(({ value }) => {
          const count = counts.get(value) ?? 0
          return [value, { n: count, ...shareOf(count, n) }]
        }),
      ),
    }
  })
}
