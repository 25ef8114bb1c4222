import { addHistograms } from '../../../surveys/scoring/histogram.ts'
import { scoreOf } from '../../../surveys/scoring/score.ts'
import { slideWindow } from '../../../surveys/scoring/window.ts'
import type { Query } from '../base/client.ts'
import type { Period, Score, Scores, Survey } from '../base/api.ts'
import { scores } from './api.ts'
import type { Filter, Window } from './filter.ts'
import { daysBefore } from '../base/format.ts'
import { verdictOn, type Overlay, type Verdict } from './overlays.ts'

/** A trend's lines, all with the same periods. */
export type Trend = {
  scores: Scores
  window: Window | null
  periods: Period[]
  /** The answers of each period, or under a rolling line of each day, so that bars never overlap. */
  bars: Period[]
  overlays: OverlaidTrend[]
}

/** `line` is null if the overlay can't be shown, for example if the group no longer exists. */
type OverlaidTrend = {
  overlay: Overlay
  line: { periods: Period[]; total: Score; verdict: Verdict | null } | null
}

/**
 * Reads the rest of a trend: the days of a rolling line, and the overlays.
 * @param query the query for `main`
 */
export async function readTrend(
  survey: Survey,
  surveys: Survey[],
  { main, query, filter }: { main: Scores; query: Query; filter: TrendFilter },
): Promise<Trend> {
  const { segments } = filter
  const window = windowOf(filter)
  const days = window
    ? { by: 'day', from: daysBefore(main.from, Number(window) - 1), to: main.to }
    : { by: main.by, from: main.from, to: main.to }
  const lineOf = (periods: Period[]) => (window ? roll(periods, Number(window)) : periods)

  const readOverlay = async (overlay: Overlay): Promise<OverlaidTrend> => {
    const source = overlayQuery(survey, surveys, main, overlay)
    const { counting } = main
    const found =
      source &&
      (await scores(source.survey, { ...source.query, ...days, counting }).catch(() => null))
    if (!found) return { overlay, line: null }
    const total = window ? pool(found.periods.filter(({ from }) => from >= main.from)) : found.total
    const verdict = verdictOn(main, segments, overlay, total)
    return { overlay, line: { periods: lineOf(found.periods), total, verdict } }
  }

  const [daily, ...overlays] = await Promise.all([
    window ? scores(survey.id, { ...query, ...days }) : main,
    ...filter.overlays.map(readOverlay),
  ])
  return {
    scores: main,
    window,
    periods: lineOf(daily.periods),
    bars: daily.periods.filter(({ from }) => from >= main.from),
    overlays,
  }
}

type TrendFilter = Pick<Filter, 'window' | 'overlays' | 'segments' | 'counting'>

/**
 * The number of days in a rolling window. Not available when counting customers: pooling days would
 * count a customer once for each day.
 */
export const windowOf = ({ window, counting }: Pick<Filter, 'window' | 'counting'>) =>
  counting === 'answers' ? window : null

/** The score of several days' answers together. */
export function pool(days: Period[]): Score {
  return scoreOf(days[0]!.metric, addHistograms(...days.map(({ histogram }) => histogram)))
}

/** The scores of a window of `width` days that slides by one day. */
function roll(days: Period[], width: number): Period[] {
  const pooled = slideWindow(
    days.map(({ histogram }) => histogram),
    width,
  )
  return pooled.map((histogram, first) => ({
    from: days[first]!.from,
    to: days[first + width - 1]!.to,
    ...scoreOf(days[first]!.metric, histogram),
  }))
}

/** The survey and query of an overlay; null for a deleted survey or another metric. */
export function overlayQuery(
  survey: Survey,
  surveys: Survey[],
  main: Pick<Scores, 'metric' | 'question'>,
  overlay: Overlay,
) {
  if (!('survey' in overlay)) {
    const { property, value } = overlay
    return { survey: survey.id, query: { question: main.question, [`p.${property}`]: value } }
  }
  const other = surveys.find(({ id }) => id === overlay.survey)
  const question = other?.questions.find(({ metric }) => metric === main.metric)
  return other && question ? { survey: other.id, query: { question: question.id } } : null
}
