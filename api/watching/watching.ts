import { listBaselines, type BaselineEvent, type Series } from '../../db/watching/baselines.ts'
import { daysAnswered, scoreOver } from '../../db/scores/scores.ts'
import { scaleSince } from '../../db/surveys/surveys.ts'
import { readWatch } from '../../db/watching/watches.ts'
import { histogramsByWeek } from '../../db/scores/weeks.ts'
import { dayOf, weekOf, type Day, type Period } from '../../surveys/days.ts'
import type { Score } from '../../surveys/scoring/score.ts'
import { learnBaseline, type Learning, type Week } from '../../surveys/watching/baseline.ts'
import { rhythmOf, usualRules, type Usual, type WatchRules } from '../../surveys/watching/rules.ts'
import { shiftsAfter, type ReportedShift } from '../../surveys/watching/shifts.ts'
import type { Deps } from '../base/deps.ts'
import { todayIn } from '../base/today.ts'

export type World = Pick<Deps, 'db' | 'now' | 'workspace' | 'log'>

/** A score's whole weeks and shifts. */
export type Watched = Series & {
  today: Day
  /** From the first answer, or its scale's first publication, to the last answer; null without any. */
  answered: Period | null
  /** Whole weeks only, without the first answer's partial week and the current one. */
  weeks: Week[]
  /** All baselines, newest first. */
  log: BaselineEvent[]
  learning: Learning
  /** The baseline, and who set it and when; `at` is null until it is stored. */
  baseline: (Period & Score & Pick<BaselineEvent, 'by'> & { at: number | null }) | null
  shifts: ReportedShift[]
}

/** Computes a score's weeks and shifts from the scoreboard and the baseline's days. */
export async function readWatched(
  { db, now, workspace }: World,
  { surveyId, question, metric }: Series,
): Promise<Watched> {
  const series = { surveyId, question, metric }
  const today = todayIn({ now, workspace })
  const answered = await daysOfScale({ db, workspace }, series, today)
  const range = answered && { from: answered.from, to: weekOf(today).from - 1 }
  const cut = range ? await histogramsByWeek(db, { ...series, range }) : []
  const weeks = cut.filter(({ from, to }) => to - from === 6)
  const log = await listBaselines(db, series)
  const [latest] = log
  const learning = learnBaseline(latest ? weeks.filter(({ from }) => from >= latest.from) : weeks)

  const scoreOn = async (days: Period) => ({
    ...days,
    ...(await scoreOver(db, { ...series, range: days })),
  })
  const set =
    latest && latest.to !== null ? await scoreOn({ from: latest.from, to: latest.to }) : null
  // If erasures have left too few of its answers, it is learnt again.
  const baseline =
    set?.evidenceLevel === 'full'
      ? { ...set, at: latest!.at, by: latest!.by }
      : learning.days && { ...(await scoreOn(learning.days)), at: null, by: null }
  const shifts = baseline ? shiftsAfter(metric, baseline, weeks) : []
  return { ...series, today, answered, weeks, log, learning, baseline, shifts }
}

/**
 * Reads a question's watch rules and usual values.
 * @param isMain whether it is the survey's main question, which is watched by default; others are
 *   watched on request
 */
export async function readRules(
  db: Deps['db'],
  { surveyId, question, weeks, baseline }: Watched,
  isMain: boolean,
): Promise<{ rules: WatchRules; usual: Usual }> {
  const usual = {
    perWeek: rhythmOf(weeks),
    unhappy: baseline && (100 * baseline.bands.unhappy) / baseline.n,
  }
  const rules = await readWatch(db, { surveyId, question })
  if (rules) return { rules, usual }
  const defaults = usualRules(usual)
  return { rules: isMain ? defaults : { ...defaults, shift: { on: false } }, usual }
}

async function daysOfScale(
  { db, workspace }: Pick<World, 'db' | 'workspace'>,
  series: Series,
  today: Day,
): Promise<Period | null> {
  const answered = await daysAnswered(db, { ...series, until: today })
  const since = await scaleSince(db, series.surveyId, { ...series, id: series.question })
  if (!answered || since === null) return answered
  const from = Math.max(answered.from, dayOf(since, workspace.timeZone))
  return from <= answered.to ? { from, to: answered.to } : null
}
