import { useNavigate } from '@solidjs/router'
import { createMemo, createSignal } from 'solid-js'
import type { Band } from '../../../surveys/scoring/metrics.ts'
import { questionText, useSession } from '../base/session.ts'
import type { Period, Survey } from '../base/api.ts'
import type { Drawing, Part } from '../chart/drawing.ts'
import type { Caption } from '../chart/save.ts'
import { fileName } from '../base/download.ts'
import type { Segment } from '../scores/filter.ts'
import type { Flag, TrendPicture } from '../chart/picture.ts'
import * as format from '../base/format.ts'
import { direction, isolated, locale, t } from '../base/i18n.ts'
import { contiguousRuns } from '../chart/contiguousRuns.ts'
import type { Overlay } from '../scores/overlays.ts'
import { cutOf } from '../chart/scale.ts'
import type { Trend } from '../scores/trend.ts'
import { trendRows } from '../scores/trendRows.ts'
import {
  countedInWords,
  cutInWords,
  overlayName,
  pointInWords,
  trendName,
} from '../scores/trendWords.ts'
import { scoreInFigures, scoreInWords } from '../scores/scoreWords.ts'
import { ChartArea } from '../chart/ChartArea.tsx'
import { SaveAs } from '../ui/SaveAs.tsx'

/** The score over time with its interval and overlays, and the answers by band below. */
export function TrendChart(props: {
  survey: Survey
  trend: Trend
  flags: Flag[]
  chosen: Segment[]
  before?: Period[] | undefined
  rows: (period: Period, band?: Band) => string
  overlayRows: (overlay: Overlay, period: Period) => string | undefined
}) {
  const session = useSession()
  const navigate = useNavigate()
  const [drawing, setDrawing] = createSignal<Drawing<TrendPicture>>()
  const scores = () => props.trend.scores
  const periods = () => props.trend.periods
  const mainName = () => trendName(props.survey, props.trend, props.chosen)
  const lines = () =>
    props.trend.overlays.flatMap(({ overlay, line }, look) =>
      line ? [{ ...line, look, name: overlayName(session.surveys, overlay) }] : [],
    )
  // The comparison's dashed line is left out with overlays or a rolling line.
  const before = () => (lines().length > 0 || props.trend.window ? [] : (props.before ?? []))
  const cut = () =>
    cutOf(scores().metric, periods(), [before(), ...lines().map(({ periods }) => periods)]).cut
  const write = (value: number) => format.score(locale(), scores().metric, value)

  const picture = createMemo((): TrendPicture => ({
    metric: scores().metric,
    name: mainName(),
    periods: periods(),
    bars: props.trend.bars,
    before: before(),
    overlays: lines(),
    flags: props.flags.map(({ text, ...flag }) => ({ ...flag, text: isolated(text) })),
    note: props.trend.window
      ? isolated(t('chart.rolling', { days: t(`chart.windows.${props.trend.window}`) }))
      : '',
    labels: format
      .axis(
        locale(),
        props.trend.window ? 'day' : scores().by,
        props.trend.bars.map(({ from }) => from),
      )
      .map(isolated),
    writeScore: write,
    writeCount: (n: number) => format.count(locale(), n),
    rightToLeft: direction() === 'rtl',
  }))

  const words = (index: number) => {
    const at = (name: string, period: Period | undefined) =>
      period ? [`${name}: ${scoreInWords(period)}`] : []
    return [
      ...at(pointInWords(props.trend, periods()[index]!), periods()[index]),
      ...lines().flatMap(({ name, periods }) => at(name, periods[index])),
      ...props.flags.filter((flag) => Math.round(flag.at) === index).map(({ text }) => text),
    ]
  }
  const scaleCut = () => (cut() ? `${cutInWords(scores().metric, cut()!)} · ` : '')
  const help = () =>
    [
      ...(props.trend.window
        ? [t('chart.windowHelp', { days: t(`chart.windows.${props.trend.window}`) })]
        : []),
      ...(contiguousRuns(before()).length > 0 ? [t('trends.dashed')] : []),
      ...(contiguousRuns(periods()).length === 0 ? [t('trends.thin')] : []),
    ].join(' ')
  const caption = (): Caption => {
    const { question } = scores()
    const { questions, past } = props.survey
    const ask = [...questions, ...past].find(({ id }) => id === question)?.ask
    return {
      title: props.survey.name,
      subtitle: countedInWords(scores(), props.chosen),
      figure: scoreInFigures(scores().total),
      lines: [
        ...(ask ? [questionText(session, ask)] : []),
        t('chart.legend'),
        ...(cut() || help() ? [`${scaleCut()}${help()}`.replace(/ · $/, '')] : []),
        ...lines().map(({ name, total }) => `${name}: ${scoreInWords(total)}`),
      ],
      rightToLeft: direction() === 'rtl',
    }
  }

  const rowsOf = (index: number, part: Part | null) => {
    if (part && 'overlay' in part) {
      const { overlay, line } = props.trend.overlays[part.overlay]!
      return line ? props.overlayRows(overlay, line.periods[index]!) : undefined
    }
    const period = part ? props.trend.bars[index]! : periods()[index]!
    return period.n > 0 ? props.rows(period, part?.band) : undefined
  }
  const open = (index: number, part: Part | null) => {
    const rows = rowsOf(index, part)
    if (rows) navigate(rows)
  }

  return (
    <figure class="chart-figure">
      <ChartArea
        load={loadDrawing}
        picture={picture()}
        label={t('trends.chart')}
        points={periods().length}
        start={periods().length - 1}
        words={words}
        onDrawn={setDrawing}
        onOpen={open}
      />
      <figcaption class="quiet">
        {`${scaleCut()}${help()} `}
        <span class="chart-figure__keys">{t('trends.chartHelp')}</span>
      </figcaption>
      <SaveAs
        what={t('trends.chart')}
        name={(ending) => fileName(props.survey, 'trend', scores(), ending)}
        picture={drawing() && ((kind) => drawing()!.save(kind, caption()))}
        rows={() => trendRows(props.trend, lines())}
      />
    </figure>
  )
}

const loadDrawing = async () => (await import('../chart/trend.ts')).drawTrend
