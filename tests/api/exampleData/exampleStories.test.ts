import { expect, it } from 'vitest'
import { seeded } from '../../../api/exampleData/random.ts'
import { SEED, makeResponses, type ExampleResponse } from '../../../api/exampleData/responses.ts'
import { STORIES, type Story } from '../../../api/exampleData/stories.ts'
import { dayOf, weekOf, type Day } from '../../../surveys/days.ts'
import { histogramOf } from '../../../surveys/scoring/histogram.ts'
import { scoreOf } from '../../../surveys/scoring/score.ts'
import { mainQuestion } from '../../../surveys/definition.ts'
import { TEMPLATES, definitionFrom } from '../../../surveys/templates/index.ts'
import { learnBaseline, type Week } from '../../../surveys/watching/baseline.ts'
import { newShift, shiftsAfter } from '../../../surveys/watching/shifts.ts'
import { NOW } from '../../support/clock.ts'

const HOUR = 3_600_000
const timeZone = 'Europe/Prague'

/** Whether a story's answers would raise an alert about a shift. */
function isNews({ template, baseline }: Story, told: ExampleResponse[], today: Day): boolean {
  const question = mainQuestion(TEMPLATES[template].definition).id
  const answered = (from: Day, to: Day) =>
    histogramOf(
      told.flatMap(({ day, answers }) =>
        day >= from && day <= to ? [answers[question] as number] : [],
      ),
    )
  const weeks: Week[] = []
  for (let { from } = weekOf(told[0]!.day); from < weekOf(today).from; from += 7)
    weeks.push({ from, to: from + 6, histogram: answered(from, from + 6) })
  const days = baseline
    ? { from: today - baseline.from, to: today - baseline.to }
    : learnBaseline(weeks).days!
  const usual = { ...days, ...scoreOf(template, answered(days.from, days.to)) }
  return newShift(shiftsAfter(template, usual, weeks), today, null) !== null
}

// Whole weeks are watched, so the result depends on the weekday of loading.
it.each(Array.from({ length: 14 }, (_, half) => new Date(NOW + 12 * half * HOUR).toISOString()))(
  'raises one alert in the example data, about the strike, if it is loaded on %s',
  (date) => {
    const now = Date.parse(date)
    const random = seeded(SEED)
    const news = STORIES.filter((story) => {
      const definition = definitionFrom(TEMPLATES[story.template])
      const told = makeResponses(story, definition, { random, now, timeZone })
      return isNews(story, told, dayOf(now, timeZone))
    })
    expect(news.map(({ slug }) => slug)).toEqual(['example-after-delivery'])
  },
)
