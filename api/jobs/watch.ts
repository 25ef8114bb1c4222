import { lastAlert, raiseAlert } from '../../db/watching/alerts.ts'
import { settleBaseline } from '../../db/watching/baselines.ts'
import { histogramsOver } from '../../db/scores/scores.ts'
import { listSurveys, readDefinition, type Survey } from '../../db/surveys/surveys.ts'
import { dayFromIso, dayOf, isoOf, periodsOf, type Day, type Period } from '../../surveys/days.ts'
import type { Histogram } from '../../surveys/scoring/histogram.ts'
import { mainQuestion, scoredQuestions } from '../../surveys/definition.ts'
import type { Week } from '../../surveys/watching/baseline.ts'
import type { AlertFacts } from '../../surveys/watching/facts.ts'
import { rhythmOf, type ShareRule, type SilenceRule } from '../../surveys/watching/rules.ts'
import { newShare, type DayAnswers } from '../../surveys/watching/share.ts'
import { newShift } from '../../surveys/watching/shifts.ts'
import { newSilence } from '../../surveys/watching/silence.ts'
import { tellable } from '../base/problems.ts'
import { readRules, readWatched, type Watched, type World } from '../watching/watching.ts'

const PICTURE_WEEKS = 26
const PICTURE_BARS = 12

type Raised = { facts: AlertFacts; weeks: Week[] }

/**
 * Checks every live survey: stores learnt baselines, and raises an alert for each new finding.
 * Repeating it raises nothing twice. Logs failures per survey.
 */
export async function watchSurveys(world: World): Promise<void> {
  const { db, log } = world
  const live = (await listSurveys(db)).filter(({ state }) => state === 'live')
  for (const row of live) {
    try {
      await watchSurvey(world, row)
    } catch (error) {
      log.error({ error: tellable(error), survey: row.id }, 'A survey could not be watched')
    }
  }
}

async function watchSurvey(world: World, row: Survey): Promise<void> {
  const { db, now } = world
  const definition = await readDefinition(db, row.id, row.version!)
  const main = mainQuestion(definition).id
  for (const { id: question, metric } of scoredQuestions(definition)) {
    const watched = await readWatched(world, { surveyId: row.id, question, metric })
    await settle(world, watched)
    const { rules } = await readRules(db, watched, question === main)
    const raised = [
      rules.shift.on ? await shiftOf(world, watched) : null,
      rules.share.on ? await shareOf(world, watched, rules.share) : null,
      rules.silence.on ? await silenceOf(world, watched, rules.silence, row) : null,
    ]
    for (const alert of raised)
      if (alert) await raiseAlert(db, { surveyId: row.id, question, now: now(), ...alert })
  }
}

async function settle({ db, now }: World, watched: Watched): Promise<void> {
  const { baseline, log } = watched
  if (!baseline || baseline.at !== null) return
  const { from, to } = baseline
  await settleBaseline(db, watched, { from, to, at: now(), after: log[0]?.no ?? 0 })
}

async function shiftOf({ db }: World, watched: Watched): Promise<Raised | null> {
  const { surveyId, question, metric, today, weeks, baseline, shifts } = watched
  const last = await lastAlert(db, surveyId, question, 'shift')
  const latest = last && { ...last, at: dayFromIso(last.at)! }
  const shift = newShift(shifts, today, latest)
  if (!shift) return null
  const { since, at, onset, score, ...moved } = shift
  const { from, to, n, score: before } = baseline!
  return {
    facts: {
      kind: 'shift',
      metric,
      ...moved,
      since: isoOf(since),
      at: isoOf(at),
      onset: { from: isoOf(onset.from), to: isoOf(onset.to) },
      before: before!,
      after: score,
      baseline: { from: isoOf(from), to: isoOf(to), n },
    },
    weeks: weeks.slice(-PICTURE_WEEKS),
  }
}

async function shareOf({ db }: World, watched: Watched, rule: ShareRule): Promise<Raised | null> {
  const { surveyId, question, metric, today } = watched
  const last = await lastAlert(db, surveyId, question, 'share')
  const latest = last && { ...last, to: dayFromIso(last.to)! }
  const from = Math.min(latest?.to ?? today, today - 1) - rule.days
  const days = await dayByDay(db, watched, from)
  const share = newShare(metric, rule, days, latest)
  if (!share) return null
  const facts = { ...share, from: isoOf(share.from), to: isoOf(share.to), over: rule.over }
  return { facts: { kind: 'share', metric, ...facts }, weeks: await bars(db, watched) }
}

async function silenceOf(
  { db, workspace }: World,
  watched: Watched,
  rule: SilenceRule,
  row: Survey,
): Promise<Raised | null> {
  const { surveyId, question, metric, today, answered, weeks } = watched
  const last = await lastAlert(db, surveyId, question, 'silence')
  const silence = newSilence(
    rule,
    {
      lastAnswer: answered && answered.to,
      // A live survey was last updated when it was published.
      liveSince: dayOf(row.updatedAt, workspace.timeZone),
      today,
    },
    last && dayFromIso(last.from),
  )
  if (!silence) return null
  const { from, to } = silence
  return {
    facts: {
      kind: 'silence',
      metric,
      from: isoOf(from),
      to: isoOf(to),
      days: to - from + 1,
      perWeek: rhythmOf(weeks),
    },
    weeks: await bars(db, watched),
  }
}

/** Reads weeks of seven days each, up to yesterday. */
async function bars(db: World['db'], watched: Watched): Promise<Week[]> {
  const first = watched.today - 7 * PICTURE_BARS
  const weeks = Array.from({ length: PICTURE_BARS }, (_, at) => {
    const from = first + 7 * at
    return { from, to: from + 6 }
  })
  const histograms = await answersIn(db, watched, weeks)
  return weeks.map((week, at) => ({ ...week, histogram: histograms[at]! }))
}

async function dayByDay(db: World['db'], watched: Watched, from: Day): Promise<DayAnswers[]> {
  const days = periodsOf({ from: startOfSeries(watched, from), to: watched.today - 1 }, 'day')
  const histograms = await answersIn(db, watched, days)
  return days.map(({ from: day }, at) => ({ day, histogram: histograms[at]! }))
}

/** Reads the answers of some periods up to yesterday. */
async function answersIn(
  db: World['db'],
  watched: Watched,
  periods: Period[],
): Promise<Histogram[]> {
  const { surveyId, question, today } = watched
  const within = periods.map(({ from, to }) => ({ from: startOfSeries(watched, from), to }))
  const range = { from: startOfSeries(watched, -Infinity), to: today - 1 }
  return histogramsOver(db, { surveyId, question, range }, within)
}

/** Returns that day, or the series' first day if later; earlier answers had another scale. */
function startOfSeries({ answered, today }: Watched, from: Day): Day {
  return Math.max(from, answered?.from ?? today)
}
