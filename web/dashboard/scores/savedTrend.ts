import type { Period } from '../base/api.ts'
import * as format from '../base/format.ts'
import { direction, isolated, locale, t } from '../base/i18n.ts'
import { questionText, type Session } from '../base/session.ts'
import type { TrendPicture } from '../chart/picture.ts'
import { contiguousRuns } from '../chart/contiguousRuns.ts'
import { cutOf } from '../chart/scale.ts'
import { flagsOf, type Shift } from './flags.ts'
import { scoreInFigures } from './scoreWords.ts'
import { pool } from './trend.ts'
import { trendRows } from './trendRows.ts'
import { countedInWords, cutInWords } from './trendWords.ts'

/** The weeks of a sparkline, and the texts of its saved picture. */
export type SmallTrend = {
  survey: { id: string; name: string; slug: string }
  question: string
  weeks: Period[]
  shifts?: Shift[]
  /** Text below the picture. */
  lines?: string[]
}

/**
 * Saves a sparkline as a full chart, with axes, bands and texts.
 * @param place the element whose colours and font are used
 */
export async function savedPicture(
  place: HTMLElement,
  kind: 'png' | 'svg',
  session: Session,
  trend: SmallTrend,
): Promise<Blob> {
  const { saveTrend } = await import('../chart/trend.ts')
  return saveTrend(place, pictureOf(trend), kind, captionOf(session, trend))
}

export const savedRows = ({ weeks }: SmallTrend) => trendRows({ periods: weeks }, [])

function pictureOf({ weeks, shifts = [] }: SmallTrend): TrendPicture {
  const { metric } = weeks[0]!
  const flags = flagsOf(weeks, metric, { annotations: [], versions: [] }, shifts)
  const days = weeks.map(({ from }) => from)
  return {
    metric,
    name: '',
    periods: weeks,
    bars: weeks,
    before: [],
    overlays: [],
    flags: flags.map(({ text, ...flag }) => ({ ...flag, text: isolated(text) })),
    note: '',
    labels: format.axis(locale(), 'week', days).map(isolated),
    writeScore: (value) => format.score(locale(), metric, value),
    writeCount: (n) => format.count(locale(), n),
    rightToLeft: direction() === 'rtl',
  }
}

function captionOf(session: Session, { survey, question, weeks, lines = [] }: SmallTrend) {
  const { metric, from } = weeks[0]!
  const { to } = weeks.at(-1)!
  const { cut } = cutOf(metric, weeks)
  const ask = session.surveys
    .find(({ id }) => id === survey.id)
    ?.questions.find(({ id }) => id === question)?.ask
  return {
    title: survey.name,
    subtitle: countedInWords({ metric, from, to, counting: 'answers' }, []),
    figure: scoreInFigures(pool(weeks)),
    lines: [
      ...lines,
      ...(ask ? [questionText(session, ask)] : []),
      t('chart.legend'),
      ...(cut ? [cutInWords(metric, cut)] : []),
      ...(contiguousRuns(weeks).length === 0 ? [t('trends.thin')] : []),
    ],
    rightToLeft: direction() === 'rtl',
  }
}
