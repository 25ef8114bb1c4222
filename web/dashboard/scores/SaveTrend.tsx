import type { Period } from '../base/api.ts'
import type * as Chart from '../chart/trend.ts'
import { fileName } from '../base/download.ts'
import type { Flag, TrendPicture } from '../chart/picture.ts'
import * as format from '../base/format.ts'
import { direction, isolated, locale, t } from '../base/i18n.ts'
import { runsOf } from '../chart/runs.ts'
import { cutOf } from '../chart/scale.ts'
import { asked, useSession } from '../base/session.ts'
import { pool } from './trend.ts'
import { trendRows } from './trendRows.ts'
import { countedInWords, cutInWords } from './trendWords.ts'
import { scoreInFigures } from './scoreWords.ts'
import { SaveAs } from '../ui/SaveAs.tsx'

/** Offers the weeks of a small picture as the whole chart that it stands for: with axes, bands and words. */
export function SaveTrend(props: {
  survey: { id: string; name: string; slug: string }
  question: string
  weeks: Period[]
  /** What is saved, for those who hear the buttons alone. */
  what: string
  flags?: Flag[]
  /** What is said beneath it. */
  lines?: string[]
}) {
  let place!: HTMLDivElement
  const session = useSession()
  const metric = () => props.weeks[0]!.metric
  const days = () => ({ from: props.weeks[0]!.from, to: props.weeks.at(-1)!.to })

  const picture = (): TrendPicture => ({
    metric: metric(),
    name: '',
    periods: props.weeks,
    bars: props.weeks,
    before: [],
    overlays: [],
    flags: (props.flags ?? []).map(({ text, ...flag }) => ({ ...flag, text: isolated(text) })),
    note: '',
    labels: format
      .axis(
        locale(),
        'week',
        props.weeks.map(({ from }) => from),
      )
      .map(isolated),
    writeScore: (value) => format.score(locale(), metric(), value),
    writeCount: (n) => format.count(locale(), n),
    rightToLeft: direction() === 'rtl',
  })
  const caption = () => {
    const { cut } = cutOf(metric(), props.weeks)
    const ask = session.surveys
      .find(({ id }) => id === props.survey.id)
      ?.questions.find(({ id }) => id === props.question)?.ask
    return {
      title: props.survey.name,
      subtitle: countedInWords({ metric: metric(), ...days(), counting: 'answers' }, []),
      figure: scoreInFigures(pool(props.weeks)),
      lines: [
        ...(props.lines ?? []),
        ...(ask ? [asked(session, ask)] : []),
        t('chart.legend'),
        ...(cut ? [cutInWords(metric(), cut)] : []),
        ...(runsOf(props.weeks).length === 0 ? [t('trends.thin')] : []),
      ],
      rightToLeft: direction() === 'rtl',
    }
  }

  return (
    <div ref={(element) => (place = element)}>
      <SaveAs
        what={props.what}
        name={(ending) => fileName(props.survey, 'trend', days(), ending)}
        picture={(kind) => saveTrend(place, picture(), kind, caption())}
        rows={() => trendRows({ periods: props.weeks }, [])}
      />
    </div>
  )
}

/** With it comes the whole of chart.js, which nobody should wait for who saves nothing. */
const saveTrend: typeof Chart.saveTrend = async (...given) =>
  (await import('../chart/trend.ts')).saveTrend(...given)
