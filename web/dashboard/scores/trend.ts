import { addHistograms } from '../../../surveys/scoring/histogram.ts'
import { scoreOf } from '../../../surveys/scoring/score.ts'
import { slideWindow } from '../../../surveys/scoring/window.ts'
import type { Query } from '../base/client.ts'
import type { Period, Score, Scores, Survey } from '../base/api.ts'
import { scores } from './api.ts'
import type { Filter, Window } from './filter.ts'
import { daysBefore } from '../base/format.ts'
import { verdictOn, type Overlay, type Verdict } from './overlays.ts'

/** The lines of a trend, period by period beside each other. */
export type Trend = {
  scores: Scores
  window: Window | null
  periods: Period[]
  /** The answers beneath, which never overlap: those of each day under a rolling line. */
  bars: Period[]
  overlays: OverlaidTrend[]
}

/** An overlay that can't be shown, such as a group that is gone, has no line. */
type OverlaidTrend = {
  overlay: Overlay
  line: { periods: Period[]; total: Score; verdict: Verdict | null } | null
}

/**
 * Reads what a trend shows beside the scores themselves: the days of a rolling line, the overlays.
 * @param query the question that `main` answers
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
    const asked = overlayQuery(survey, surveys, main, overlay)
    const { counting } = main
    const found =
      asked && (await scores(asked.survey, { ...asked.query, ...days, counting }).catch(() => null))
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
 * How many days a point covers. Each customer's latest answers have no rolling line: pooled from
 * single days, a customer would count once for each of them.
 */
export const windowOf = ({ window, counting }: Pick<Filter, 'window' | 'counting'>) =>
  counting === 'answers' ? window : null

/** Scores the answers of all of these days together. */
export function pool(days: Period[]): Score {
  return scoreOf(days[0]!.metric, addHistograms(...days.map(({ histogram }) => histogram)))
}

/** Pools the answers of so many days into each point, and scores them as any others. */
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

/** Where an overlay's scores are; null for a survey that is gone or measures something else. */
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
