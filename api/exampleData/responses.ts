import type { Answers, Properties } from '../../surveys/answers.ts'
import { dayOf, instantOf, type Day } from '../../surveys/days.ts'
import { SCALES, bandOf, type Band, type Metric } from '../../surveys/scoring/metrics.ts'
import { mainQuestion, type SurveyDefinition } from '../../surveys/definition.ts'
import { customers, type ExampleCustomer } from './customers.ts'
import type { Random } from './random.ts'
import type { Story } from './stories.ts'
import { VOICES } from './voices.ts'
import type { Voice } from './voice.ts'
import { DAY, HOUR } from '../../surveys/durations.ts'

export type ExampleResponse = {
  answeredAt: number
  day: Day
  language: string
  properties: Properties
  answers: Answers
  customer?: { email: string; name: string }
}

export const DAYS = 548
export const SEED = 20_261

/** Relative number of answers, Monday to Sunday. */
const WEEK = [1.25, 1.18, 1.1, 1.06, 0.98, 0.55, 0.42]
const LANGUAGES = { en: 30, cs: 24, de: 18, pl: 13, sk: 10, he: 5 }
const ANONYMOUS = 0.25
const COMMENTING: Record<Band, number> = { unhappy: 0.48, neutral: 0.2, happy: 0.24 }

/** Distribution of answers within a band, from its lowest value up. */
const WITHIN: Record<Metric, Record<Band, number[]>> = {
  nps: { unhappy: [9, 3, 5, 9, 10, 26, 22], neutral: [45, 55], happy: [44, 56] },
  csat: { unhappy: [55, 45], neutral: [1], happy: [38, 62] },
  ces: { unhappy: [30, 30, 40], neutral: [1], happy: [26, 36, 38] },
}

/** Creates all answers of one story, oldest first and none in the future. */
export function makeResponses(
  story: Story,
  definition: SurveyDefinition,
  { random, now, timeZone }: { random: Random; now: number; timeZone: string },
): ExampleResponse[] {
  const today = dayOf(now, timeZone)
  const days = Array.from({ length: DAYS }, (_, index) => today - DAYS + 1 + index)
  const weights = days.map((day) => liveliness(story, day, today))
  const perWeight = story.answers / weights.reduce((sum, weight) => sum + weight, 0)
  const whoAnswers = customers(random)
  return days.flatMap((day, index) => {
    const expected = weights[index]! * perWeight * random.around(1, 0.15)
    const count = Math.floor(expected + random.next())
    return Array.from({ length: count }, () => timeOn(day, timeZone, random))
      .filter((answeredAt) => answeredAt <= now)
      .toSorted((a, b) => a - b)
      .map((answeredAt) => {
        const language = random.weighted(LANGUAGES)
        const customer = whoAnswers(language)
        const properties = story.properties(random)
        const answers = answersTo(story, definition, random, today - day, properties, customer)
        return {
          answeredAt,
          day,
          language,
          properties,
          answers,
          ...(!random.chance(ANONYMOUS) && {
            customer: { email: customer.email, name: customer.name },
          }),
        }
      })
  })
}

function liveliness(story: Story, day: Day, today: Day): number {
  const ago = today - day
  // Day 0, 1970-01-01, was a Thursday.
  return WEEK[(day + 3) % 7]! * (1.35 - (0.7 * ago) / DAYS) * story.volume(ago)
}

/** Picks a time, mostly in the morning and early afternoon, otherwise until ten in the evening. */
function timeOn(day: Day, timeZone: string, random: Random): number {
  const hour = random.chance(0.6) ? 8 + 6 * random.next() : 15 + 7 * random.next()
  return instantOf(day * DAY + Math.floor(hour * HOUR), timeZone)
}

function answersTo(
  story: Story,
  definition: SurveyDefinition,
  random: Random,
  ago: number,
  properties: Properties,
  customer: ExampleCustomer,
): Answers {
  const question = mainQuestion(definition)
  const score = drawScore(story, random, story.mood(ago, properties))
  const band = bandOf(question.kind, score)
  const text = definition.questions.find(({ kind }) => kind === 'text')
  if (!text || !random.chance(COMMENTING[band])) return { [question.id]: score }
  return {
    [question.id]: score,
    [text.id]: comment(VOICES[customer.language]!, customer, story, band, random),
  }
}

function drawScore({ template, happy, unhappy }: Story, random: Random, mood: number): number {
  const band = random.weighted<Band>({
    happy: Math.max(0.05, happy + mood),
    unhappy: Math.max(0.04, unhappy - 0.8 * mood),
    neutral: Math.max(0.05, 1 - happy - unhappy - 0.2 * mood),
  })
  const { min, unhappyTo, happyFrom } = SCALES[template]
  const lowest = { unhappy: min, neutral: unhappyTo + 1, happy: happyFrom }[band]
  const weights = Object.fromEntries(WITHIN[template][band].map((weight, step) => [step, weight]))
  return lowest + Number(random.weighted(weights))
}

function comment(
  voice: Voice,
  { woman }: ExampleCustomer,
  { topic }: Story,
  band: Band,
  random: Random,
): string {
  const sentence = (from: string[]) => {
    const fitting = from.filter((text) => !text.startsWith(woman ? 'm: ' : 'f: '))
    return random
      .pick(fitting)
      .replace(/^[fm]: /, '')
      .replace('{n}', String(5 + Math.floor(10 * random.next())))
  }
  const first = sentence(voice.comments[topic][band])
  return random.chance(0.3) ? `${first} ${sentence(voice.more[band])}` : first
}
