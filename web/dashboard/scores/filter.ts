import { DAY } from '../../../surveys/durations.ts'
import { COUNTINGS, MOST_SEGMENTS, type Counting } from '../../../surveys/counting.ts'
import { BANDS, type Band } from '../../../surveys/scoring/metrics.ts'
import type { Query } from '../base/client.ts'
import type { Survey } from '../base/api.ts'
import { daysBefore } from '../base/format.ts'
import { MOST_OVERLAYS } from '../chart/overlayLooks.ts'
import { CALENDAR, calendarBefore, calendarDays, type CalendarRange } from './calendar.ts'
import { overlayFrom, overlayText, type Overlay } from './overlays.ts'

export const RANGES = ['7d', '28d', '90d', '365d', ...CALENDAR, 'all', 'custom'] as const
export const PERIODS = ['day', 'week', 'month'] as const
/** What a score is compared with. */
export const EARLIER = ['previous', 'year', 'custom', 'none'] as const
export type Earlier = (typeof EARLIER)[number]
/** The days in a rolling window. */
export const WINDOWS = ['7', '28', '90'] as const
export type Window = (typeof WINDOWS)[number]
/** Counted or excluded answers. */
export const COUNTING_STATES = ['counted', 'excluded'] as const
export type Range = (typeof RANGES)[number]
export type PeriodKind = (typeof PERIODS)[number]
export type Segment = { property: string; value: string }

export const SORTS = ['newest', 'oldest', 'lowest', 'highest'] as const
export type Sort = (typeof SORTS)[number]
type GivenAnswer = { question: string; answer: string }

/** The filter of a survey's pages, stored in the URL. */
export type Filter = {
  /** What is searched for in responses; empty for nothing. */
  q: string
  /** The order of responses. */
  sort: Sort
  /** Only responses with a comment. */
  comments: boolean
  /** The answers that responses must have, one for each question. */
  answers: GivenAnswer[]
  /** A question that responses must have answered. */
  answered: string | null
  /** The property that results are split by. */
  split: string | null
  /** A tag that responses must have. */
  tag: string | null
  question: string | null
  range: Range
  from: string | null
  to: string | null
  by: PeriodKind
  window: Window | null
  overlays: Overlay[]
  band: Band | null
  /** One score of the question. */
  score: number | null
  segments: Segment[]
  /** A property that the answers don't have. */
  without: string | null
  counting: Counting
  state: (typeof COUNTING_STATES)[number]
  /** The id of a flood whose unreviewed answers are shown. */
  flood: string | null
  against: Earlier
  beforeFrom: string | null
  beforeTo: string | null
}

const DAYS: Partial<Record<Range, number>> = { '7d': 7, '28d': 28, '90d': 90, '365d': 365 }

export function readFilter(search: URLSearchParams, defaultRange: Range): Filter {
  const oneOf = <T extends string>(name: string, known: readonly T[]) =>
    known.find((value) => value === search.get(name)) ?? null
  const segments = [...search].flatMap(([name, value]) =>
    /^p\../.test(name) ? [{ property: name.slice(2), value }] : [],
  )
  const score = search.get('score')
  const flood = /^\d+-\d+$/.exec(search.get('flood') ?? '')?.[0] ?? null
  return {
    q: search.get('q')?.trim() ?? '',
    sort: oneOf('sort', SORTS) ?? 'newest',
    comments: search.get('comments') === 'true',
    answers: [...search].flatMap(([name, answer]) =>
      /^a\../.test(name) ? [{ question: name.slice(2), answer }] : [],
    ),
    answered: search.get('answered') || null,
    split: search.get('split') || null,
    tag: search.get('tag') || null,
    question: search.get('question'),
    range: oneOf('range', RANGES) ?? defaultRange,
    from: search.get('from'),
    to: search.get('to'),
    by: oneOf('by', PERIODS) ?? 'week',
    window: oneOf('window', WINDOWS),
    overlays: search
      .getAll('overlay')
      .map(overlayFrom)
      .filter((overlay) => overlay !== null)
      .slice(0, MOST_OVERLAYS),
    band: oneOf('band', BANDS),
    against: oneOf('against', EARLIER) ?? 'previous',
    beforeFrom: search.get('beforeFrom'),
    beforeTo: search.get('beforeTo'),
    score: score && /^\d+$/.test(score) ? Number(score) : null,
    // One for each property, of which an answer has one value.
    segments: segments
      .filter(({ property }, at) => segments.findIndex((each) => each.property === property) === at)
      .slice(0, MOST_SEGMENTS),
    without: search.get('without') || null,
    counting: oneOf('counting', COUNTINGS) ?? 'answers',
    state: flood ? 'excluded' : (oneOf('state', COUNTING_STATES) ?? 'counted'),
    flood,
  }
}

export function writeFilter(filter: Filter, defaultRange: Range): string {
  const search = new URLSearchParams()
  if (filter.q) search.set('q', filter.q)
  if (filter.sort !== 'newest') search.set('sort', filter.sort)
  if (filter.comments) search.set('comments', 'true')
  for (const { question, answer } of filter.answers) search.set(`a.${question}`, answer)
  if (filter.answered) search.set('answered', filter.answered)
  if (filter.split) search.set('split', filter.split)
  if (filter.tag) search.set('tag', filter.tag)
  if (filter.question) search.set('question', filter.question)
  if (filter.range !== defaultRange) search.set('range', filter.range)
  if (filter.range === 'custom' && filter.from) search.set('from', filter.from)
  if (filter.range === 'custom' && filter.to) search.set('to', filter.to)
  if (filter.by !== 'week') search.set('by', filter.by)
  if (filter.window) search.set('window', filter.window)
  for (const overlay of filter.overlays) search.append('overlay', overlayText(overlay))
  if (filter.band) search.set('band', filter.band)
  if (filter.against !== 'previous') search.set('against', filter.against)
  if (filter.against === 'custom' && filter.beforeFrom) search.set('beforeFrom', filter.beforeFrom)
  if (filter.against === 'custom' && filter.beforeTo) search.set('beforeTo', filter.beforeTo)
  if (filter.score !== null) search.set('score', String(filter.score))
  if (filter.without) search.set('without', filter.without)
  if (filter.counting !== 'answers') search.set('counting', filter.counting)
  if (filter.flood) search.set('flood', filter.flood)
  else if (filter.state !== 'counted') search.set('state', filter.state)
  for (const { property, value } of filter.segments) search.set(`p.${property}`, value)
  return search.size > 0 ? `?${search}` : ''
}

/** The days of a range, seen from today. */
export function daysOf({ range, from, to }: Filter, today: string): { from?: string; to?: string } {
  const days = DAYS[range]
  if (days) return { from: daysBefore(today, days - 1), to: today }
  if (isCalendar(range)) return calendarDays(range, today)
  if (range !== 'custom') return {}
  return { ...(from ? { from } : {}), ...(to ? { to } : {}) }
}

const isCalendar = (range: Range): range is CalendarRange =>
  CALENDAR.some((known) => known === range)

/** The range with which a survey's trend opens: everything, if the last year has no answers. */
export function rangeWithAnswers(
  { lastAnswerAt }: Pick<Survey, 'lastAnswerAt'>,
  now: number,
): Range {
  return lastAnswerAt !== null && now - lastAnswerAt > DAYS['365d']! * DAY ? 'all' : '365d'
}

/** The query for a trend's scores. */
export function scoresQuery(filter: Filter, today: string): Query {
  return { ...resultsQuery(filter, today), by: filter.by }
}

/** The query for the results of every question. */
export function resultsQuery(filter: Filter, today: string): Query {
  return {
    ...(filter.question ? { question: filter.question } : {}),
    ...daysOf(filter, today),
    ...countedQuery(filter),
  }
}

/** The query for the comparison; null if there is none. */
export function changeQuery(filter: Filter, today: string): Query | null {
  const { against, beforeFrom, beforeTo, range } = filter
  if (against === 'none' || (against === 'custom' && !(beforeFrom && beforeTo))) return null
  if (against === 'previous' && isCalendar(range)) {
    const { from, to } = calendarBefore(range, today)
    return { ...scoresQuery(filter, today), against: 'custom', beforeFrom: from, beforeTo: to }
  }
  const days: Query = against === 'custom' ? { beforeFrom: beforeFrom!, beforeTo: beforeTo! } : {}
  return { ...scoresQuery(filter, today), against, ...days }
}

/** The query for the filtered responses. */
export function responsesQuery(filter: Filter, today: string): Query {
  return {
    ...(filter.q ? { q: filter.q } : {}),
    ...(filter.sort === 'newest' ? {} : { sort: filter.sort }),
    ...(filter.comments ? { comments: 'true' } : {}),
    ...Object.fromEntries(filter.answers.map(({ question, answer }) => [`a.${question}`, answer])),
    ...(filter.answered ? { answered: filter.answered } : {}),
    ...(filter.tag ? { tag: filter.tag } : {}),
    ...(filter.question ? { question: filter.question } : {}),
    ...(filter.band ? { band: filter.band } : {}),
    ...(filter.score === null ? {} : { score: String(filter.score) }),
    ...(filter.without ? { without: filter.without } : {}),
    ...(filter.state === 'counted' ? {} : { state: filter.state }),
    ...(filter.flood ? { flood: filter.flood } : {}),
    ...daysOf(filter, today),
    ...countedQuery(filter),
  }
}

/**
 * The address of exactly the answers that a number counts.
 * @param question the scored question that they answered; null for any
 * @param narrowed the number's own filters, such as its days, band or group
 */
export function rowsAddress(
  survey: string,
  filter: Filter,
  question: string | null,
  narrowed: Partial<Filter> = {},
): string {
  const rows: Filter = {
    ...filter,
    q: '',
    comments: false,
    answers: [],
    answered: null,
    split: null,
    tag: null,
    question,
    by: 'week',
    against: 'previous',
    without: null,
    ...narrowed,
  }
  return `/surveys/${survey}/responses${writeFilter(rows, 'all')}`
}

/** The chosen question, by default the survey's main one. */
export function questionOf(filter: Filter, survey: Pick<Survey, 'questions'>): string {
  return filter.question ?? survey.questions[0]!.id
}

/** Adds a group, removes it, or replaces the one with the same property. */
export function toggled(segments: Segment[], chosen: Segment): Segment[] {
  const others = segments.filter(({ property }) => property !== chosen.property)
  const isIn = segments.some((each) => isSame(each, chosen))
  return isIn ? others : [...others, chosen].slice(-MOST_SEGMENTS)
}

export const isSame = (one: Segment, other: Segment) =>
  one.property === other.property && one.value === other.value

// With the prefix, because a property may have the name of another parameter.
function countedQuery({ segments, counting }: Filter): Query {
  const groups = segments.map(({ property, value }) => [`p.${property}`, value])
  return {
    ...(Object.fromEntries(groups) as Query),
    ...(counting === 'answers' ? {} : { counting }),
  }
}
