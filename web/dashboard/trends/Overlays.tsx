import { For, Show } from 'solid-js'
import IconClose from '~icons/lucide/x'
import type { Scores, Survey } from '../base/api.ts'
import { isSame, type Segment } from '../scores/filter.ts'
import { locale, t } from '../base/i18n.ts'
import { MOST_OVERLAYS } from '../chart/overlayLooks.ts'
import { overlayFrom, overlayText, type Overlay } from '../scores/overlays.ts'
import { useSession } from '../base/session.ts'
import type { Trend } from '../scores/trend.ts'
import { propertyName, segmentInWords, segmentName } from '../base/propertyNames.ts'
import { overlayName, trendName, verdictInWords } from '../scores/trendWords.ts'
import { Choice } from '../ui/Choice.tsx'
import { OverlaySign } from '../chart/OverlaySign.tsx'
import { ScoreFigure } from '../scores/ScoreFigure.tsx'
import './overlays.css'

/** Adds a group or survey as an overlay, four at most. */
export function OverlayChoice(props: {
  survey: Survey
  scores: Scores
  chosen: Segment[]
  overlays: Overlay[]
  onChange: (overlays: Overlay[]) => void
}) {
  const session = useSession()
  const isFree = (overlay: Overlay) =>
    !props.overlays.some((each) => overlayText(each) === overlayText(overlay)) &&
    !('property' in overlay && props.chosen.some((each) => isSame(each, overlay)))
  const option = (overlay: Overlay, text: string) =>
    isFree(overlay) ? [{ value: overlayText(overlay), text }] : []
  const byName = (a: { text: string }, b: { text: string }) =>
    a.text.localeCompare(b.text, locale())
  const groups = () => [
    ...Object.entries(props.scores.segments).map(([property, values]) => ({
      label: propertyName(property),
      options: Object.keys(values)
        .flatMap((value) => option({ property, value }, segmentName(property, value)))
        .toSorted(byName),
    })),
    {
      label: t('chart.surveys'),
      options: session.surveys
        .filter(
          ({ id, answers, questions }) =>
            id !== props.survey.id &&
            answers > 0 &&
            questions.some(({ metric }) => metric === props.scores.metric),
        )
        .flatMap(({ id, name }) => option({ survey: id }, name))
        .toSorted(byName),
    },
  ]
  const isFull = () => props.overlays.length >= MOST_OVERLAYS

  return (
    <Choice
      label={t('chart.compare')}
      value=""
      options={[{ value: '', text: t(isFull() ? 'chart.full' : 'chart.choose') }]}
      groups={isFull() ? [] : groups()}
      onChoose={(text) => {
        const overlay = overlayFrom(text)
        if (overlay) props.onChange([...props.overlays, overlay])
      }}
    />
  )
}

/** The overlays with their scores and whether they differ significantly. */
export function OverlayList(props: {
  survey: Survey
  trend: Trend
  chosen: Segment[]
  onChange: (overlays: Overlay[]) => void
  /** The address of an overlay's answers on some days. */
  rows: (overlay: Overlay, days: { from: string; to: string }) => string | undefined
}) {
  const session = useSession()
  const named = (overlay: Overlay) =>
    'survey' in overlay ? overlayName(session.surveys, overlay) : segmentInWords(overlay)
  const without = (removed: Overlay) =>
    props.trend.overlays.map(({ overlay }) => overlay).filter((overlay) => overlay !== removed)

  return (
    <Show when={props.trend.overlays.length > 0}>
      <ul class="overlay-list" aria-label={t('chart.overlays')}>
        <For each={props.trend.overlays}>
          {({ overlay, line }, look) => (
            <li class="overlay-row">
              <OverlaySign look={look()} />
              <strong class="overlay-row__name" dir="auto">
                {named(overlay)}
              </strong>
              <Show when={line} fallback={<span class="quiet">{t('chart.missing')}</span>}>
                {(shown) => (
                  <>
                    <ScoreFigure
                      score={shown().total}
                      size="row"
                      rows={props.rows(overlay, props.trend.scores)}
                    />
                    <span class="quiet overlay-row__verdict">
                      <Show when={shown().verdict}>
                        {(verdict) =>
                          verdictInWords(
                            props.trend.scores.metric,
                            verdict(),
                            trendName(props.survey, props.trend, props.chosen),
                          )
                        }
                      </Show>
                    </span>
                  </>
                )}
              </Show>
              <button
                type="button"
                class="button"
                data-kind="quiet"
                aria-label={t('chart.remove', { name: named(overlay) })}
                onClick={() => props.onChange(without(overlay))}
              >
                <IconClose aria-hidden="true" />
              </button>
            </li>
          )}
        </For>
      </ul>
    </Show>
  )
}
