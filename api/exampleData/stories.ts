import type { Metric } from '../../surveys/scoring/metrics.ts'
import type { Properties } from '../../surveys/answers.ts'
import type { Random } from './random.ts'
import type { Topic } from './voice.ts'

/** An example survey and the events of its eighteen months. */
export type Story = {
  slug: string
  name: string
  template: Metric
  topic: Topic
  /** Approximate number of answers. */
  answers: number
  /** Shares of happy and unhappy customers without any event. */
  happy: number
  unhappy: number
  /** Days before today that the team has set as the baseline. */
  baseline?: { from: number; to: number }
  /** Number of answers relative to a usual day, `ago` days before today. */
  volume(ago: number): number
  properties(random: Random): Properties
  /** Additional share of happy and missing share of unhappy customers; negative in bad times. */
  mood(ago: number, properties: Properties): number
  /** Annotations `ago` days before today. */
  annotations: { ago: number; text: string }[]
}

const TEAMS: Record<string, string> = {
  'Alice Moreau': 'North',
  'Ben Castellano': 'North',
  'Clara Lindqvist': 'North',
  'Dario Petrov': 'South',
  'Elif Aydin': 'South',
  'Farid Nasser': 'South',
  'Gita Rao': 'Evening',
  'Hugo Lambert': 'Evening',
}

/** Difference of an agent's mood from the others'. Most can't be distinguished, as in real data. */
const SKILL: Record<string, number> = { 'Clara Lindqvist': 0.12, 'Hugo Lambert': -0.13 }

/** The app's bad release until it was fixed, in days before today. */
const BAD_RELEASE = { from: 148, to: 120 }
const NEW_CARRIER = 75
const LABEL_IN_THE_BOX = 240
/** Recent enough to raise an alert. */
const STRIKE = 27

const during = (ago: number, { from, to }: { from: number; to: number }) => ago <= from && ago > to

export const STORIES: Story[] = [
  {
    slug: 'example-after-support',
    name: 'Example: after support',
    template: 'nps',
    topic: 'support',
    answers: 4_200,
    happy: 0.52,
    unhappy: 0.21,
    volume: (ago) => (during(ago, BAD_RELEASE) ? 1.6 : 1),
    properties: (random) => {
      const agent = random.pick(Object.keys(TEAMS))
      return {
        channel: random.weighted({ chat: 45, 'e-mail': 35, phone: 20 }),
        agent,
        team: TEAMS[agent]!,
        product: random.weighted({ App: 40, Web: 30, Shop: 20, Business: 10 }),
      }
    },
    mood: (ago, { channel, agent, product }) =>
      (channel === 'phone' ? 0.07 : channel === 'e-mail' ? -0.06 : 0) +
      (SKILL[agent!] ?? 0) +
      (during(ago, BAD_RELEASE) ? (product === 'App' ? -0.42 : -0.03) : 0),
    annotations: [
      { ago: BAD_RELEASE.from, text: 'App 7.0 released' },
      { ago: BAD_RELEASE.to, text: 'App 7.1: sign-in repaired' },
    ],
  },
  {
    slug: 'example-after-delivery',
    name: 'Example: after a delivery',
    template: 'csat',
    topic: 'delivery',
    answers: 3_100,
    happy: 0.74,
    unhappy: 0.14,
    baseline: { from: NEW_CARRIER - 1, to: STRIKE + 4 },
    volume: (ago) => season(ago),
    properties: (random) => ({
      channel: random.weighted({ 'e-mail': 60, chat: 25, phone: 15 }),
      carrier: random.weighted({ Swift: 50, Parcelo: 30, Pigeon: 20 }),
      product: random.weighted({ Furniture: 20, Kitchen: 35, Garden: 15, Lighting: 30 }),
    }),
    mood: (ago, { carrier, product }) =>
      (carrier === 'Pigeon' ? (ago > NEW_CARRIER ? -0.22 : 0.06) : 0) +
      (carrier === 'Swift' && ago <= STRIKE ? -0.6 : 0) +
      (product === 'Furniture' ? -0.08 : 0) -
      (season(ago) > 1.5 ? 0.06 : 0),
    annotations: [{ ago: NEW_CARRIER, text: 'Pigeon delivers in two-hour windows' }],
  },
  {
    slug: 'example-after-return',
    name: 'Example: after a return',
    template: 'ces',
    topic: 'returns',
    answers: 1_700,
    happy: 0.55,
    unhappy: 0.27,
    volume: (ago) => season(ago - 20),
    properties: (random) => ({
      channel: random.weighted({ 'e-mail': 70, chat: 30 }),
      way: random.weighted({ 'pick-up point': 55, shop: 25, courier: 20 }),
      product: random.weighted({ Furniture: 15, Kitchen: 30, Garden: 15, Lighting: 40 }),
    }),
    mood: (ago, { way }) =>
      (ago > LABEL_IN_THE_BOX ? -0.1 : 0.09) +
      (way === 'shop' ? 0.08 : way === 'courier' ? -0.1 : 0),
    annotations: [{ ago: LABEL_IN_THE_BOX, text: 'Return label comes in the box' }],
  },
]

/** Returns the yearly cycle's factor. */
function season(ago: number): number {
  const wave = Math.cos((2 * Math.PI * (ago - 340)) / 365)
  return 1 + 0.9 * Math.max(0, wave) ** 6
}
