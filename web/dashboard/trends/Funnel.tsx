import { useNavigate } from '@solidjs/router'
import { createMemo, createSignal, Show } from 'solid-js'
import type { GroupScore, Scores, Survey } from '../base/api.ts'
import type { Drawing } from '../chart/drawing.ts'
import type { FunnelPicture } from '../chart/picture.ts'
import { fileName } from '../base/download.ts'
import type { Segment } from '../scores/filter.ts'
import * as format from '../base/format.ts'
import { funnelOf } from './funnelPicture.ts'
import { groupRows } from './groupRows.ts'
import { direction, isolated, locale, t } from '../base/i18n.ts'
import { propertyName, segmentName } from '../base/propertyNames.ts'
import { countedInWords, cutInWords } from '../scores/trendWords.ts'
import { scoreInFigures, scoreInWords } from '../scores/scoreWords.ts'
import { ChartArea } from '../chart/ChartArea.tsx'
import { SaveAs } from '../ui/SaveAs.tsx'
import './funnel.css'

/**
 * A funnel plot of a property's groups by number of answers. It is only for exploring: a group's tier
 * decides whether it differs.
 */
export function Funnel(props: {
  survey: Survey
  scores: Scores
  property: string
  values: Record<string, GroupScore>
  /** The chosen groups of other properties. */
  chosen: Segment[]
  rows: (segment: Segment) => string
}) {
  const [open, setOpen] = createSignal(false)
  return (
    <details class="details group-funnel" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('funnel.open')}</summary>
      <Show when={open()}>
        <FunnelChart {...props} />
      </Show>
    </details>
  )
}

function FunnelChart(props: Parameters<typeof Funnel>[0]) {
  const navigate = useNavigate()
  const [drawing, setDrawing] = createSignal<Drawing<FunnelPicture>>()
  const title = () => `${t('funnel.title')}: ${propertyName(props.property)}`
  const picture = createMemo((): FunnelPicture => {
    const funnel = funnelOf(props.scores.everyone, Object.entries(props.values))
    return {
      ...funnel,
      names: funnel.points.map(({ value }) => segmentName(props.property, value)),
      axis: isolated(t('funnel.axis')),
      writeScore: (value) => format.score(locale(), funnel.metric, value),
      writeCount: (n) => format.count(locale(), n),
      rightToLeft: direction() === 'rtl',
    }
  })
  const scaleCut = () => {
    const { metric, cut } = picture()
    return cut ? `${cutInWords(metric, cut)}.` : ''
  }
  const words = (index: number) => {
    const { value, score, isOutside } = picture().points[index]!
    return [
      `${segmentName(props.property, value)}: ${scoreInWords(score)}`,
      t(`tiers.${score.tier}`),
      ...(isOutside ? [t('funnel.outside')] : []),
    ]
  }

  return (
    <figure class="chart-figure">
      <ChartArea
        load={loadDrawing}
        picture={picture()}
        label={title()}
        points={picture().points.length}
        start={0}
        words={words}
        onDrawn={setDrawing}
        onOpen={(index) =>
          navigate(props.rows({ property: props.property, value: picture().points[index]!.value }))
        }
      />
      <figcaption class="quiet">
        {scaleCut()} {t('funnel.help')} {t('funnel.verdict')} {t('funnel.keys')}
      </figcaption>
      <SaveAs
        what={title()}
        name={(ending) => fileName(props.survey, 'funnel', props.scores, ending)}
        picture={
          drawing() &&
          ((kind) =>
            drawing()!.save(kind, {
              title: `${props.survey.name}: ${propertyName(props.property)}`,
              subtitle: countedInWords(props.scores, props.chosen),
              figure: scoreInFigures(props.scores.everyone),
              lines: [`${scaleCut()} ${t('funnel.help')}`.trim(), t('funnel.verdict')],
              rightToLeft: direction() === 'rtl',
            }))
        }
        rows={() => groupRows({ [props.property]: props.values })}
      />
    </figure>
  )
}

const loadDrawing = async () => (await import('../chart/funnel.ts')).drawFunnel
