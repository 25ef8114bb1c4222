import { createEffect, createMemo, createSignal, For, on, Show } from 'solid-js'
import type { GroupScore, Score, Scores, Survey } from '../base/api.ts'
import { fileName } from '../base/download.ts'
import { isSame, type Segment } from '../scores/filter.ts'
import { groupRows } from './groupRows.ts'
import { t } from '../base/i18n.ts'
import { ENDS } from '../chart/scale.ts'
import { propertyName, segmentName } from '../base/propertyNames.ts'
import { isShown } from '../../../surveys/scoring/evidenceLevel.ts'
import { Funnel } from './Funnel.tsx'
import { IntervalMark } from './IntervalMark.tsx'
import { SaveAs } from '../ui/SaveAs.tsx'
import { ScoreFigure } from '../scores/ScoreFigure.tsx'
import { Tiers } from './Tiers.tsx'
import './groups.css'

/** A funnel plot needs at least this many points. */
const FUNNEL_FROM = 3

/** The survey's groups by property and tier. A tier is sorted by n, because its scores can't be ranked. */
export function Groups(props: {
  survey: Survey
  scores: Scores
  chosen: Segment[]
  onChoose: (segment: Segment) => void
  /** The address of a group's answers. */
  rows: (segment: Segment) => string
}) {
  const properties = () => Object.entries(props.scores.segments)
  const scale = createMemo(() => scaleOf(props.scores))
  let section!: HTMLElement
  let pressed: string | null = null
  // Choosing a group replaces the rows, so this restores the focus.
  createEffect(
    on(
      () => props.scores,
      () => {
        const row =
          pressed && section.querySelector<HTMLElement>(`[data-group="${CSS.escape(pressed)}"]`)
        if (row) row.focus({ preventScroll: true })
        pressed = null
      },
      { defer: true },
    ),
  )
  const isChosen = (group: Segment) => props.chosen.some((each) => isSame(each, group))

  // Keeps tiers open when the rows are replaced.
  const [opened, setOpened] = createSignal<ReadonlySet<string>>(new Set())
  const open = (tier: string, all: boolean) =>
    setOpened((before) => new Set([...before, tier].filter((each) => all || each !== tier)))

  const press = (group: Segment) => {
    pressed = keyOf(group)
    props.onChoose(group)
  }

  return (
    <Show when={properties().length > 0}>
      <section ref={(element) => (section = element)} aria-labelledby="groups">
        <h2 id="groups" class="subtitle">
          {t('trends.groups')}
        </h2>
        <p class="quiet">{t('trends.groupsHelp')}</p>
        <div class="score-groups">
          <For each={properties()}>
            {([property, values]) => (
              <section aria-label={propertyName(property)}>
                <h3 class="score-group__name">{propertyName(property)}</h3>
                <Tiers property={property} values={values} opened={opened()} onOpen={open}>
                  {(value, score) => (
                    <GroupRow
                      group={{ property, value }}
                      score={score}
                      everyone={props.scores.everyone}
                      scale={scale()}
                      chosen={isChosen({ property, value })}
                      rows={props.rows({ property, value })}
                      onPress={press}
                    />
                  )}
                </Tiers>
                <Show when={Object.values(values).filter(isShown).length >= FUNNEL_FROM}>
                  <Funnel
                    survey={props.survey}
                    scores={props.scores}
                    property={property}
                    values={values}
                    chosen={props.chosen.filter((each) => each.property !== property)}
                    rows={props.rows}
                  />
                </Show>
              </section>
            )}
          </For>
        </div>
        <SaveAs
          what={t('trends.groups')}
          name={(ending) => fileName(props.survey, 'groups', props.scores, ending)}
          rows={() => groupRows(props.scores.segments)}
        />
      </section>
    </Show>
  )
}

function GroupRow(props: {
  group: Segment
  score: GroupScore
  everyone: Score
  scale: { low: number; high: number }
  chosen: boolean
  rows: string
  onPress: (group: Segment) => void
}) {
  return (
    <li class="score-group__row" data-evidence={props.score.evidenceLevel}>
      <button
        type="button"
        class="score-group__value"
        aria-pressed={props.chosen}
        data-group={keyOf(props.group)}
        onClick={() => props.onPress(props.group)}
        dir="auto"
      >
        {segmentName(props.group.property, props.group.value)}
      </button>
      <IntervalMark
        score={props.score}
        shrunk={props.score.shrunk}
        everyone={props.everyone}
        scale={props.scale}
      />
      <ScoreFigure score={props.score} size="row" rows={props.rows} />
    </li>
  )
}

const keyOf = ({ property, value }: Segment) => `${property} ${value}`

// One scale for all groups, wide enough for every interval.
function scaleOf({ metric, everyone, segments }: Scores): { low: number; high: number } {
  const all = [everyone, ...Object.values(segments).flatMap((values) => Object.values(values))]
  const shown = all.filter(isShown)
  return {
    low: Math.max(ENDS[metric].low, Math.min(...shown.map(({ low }) => low))),
    high: Math.min(ENDS[metric].high, Math.max(...shown.map(({ high }) => high))),
  }
}
