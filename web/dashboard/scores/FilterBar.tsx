import { createResource, For, Show, type ParentProps } from 'solid-js'
import { COUNTINGS, MOST_SEGMENTS, type Counting } from '../../../surveys/counting.ts'
import { BANDS } from '../../../surveys/scoring/metrics.ts'
import type { Survey } from '../base/api.ts'
import { segments } from './api.ts'
import {
  daysOf,
  EARLIER,
  isSame,
  PERIODS,
  questionOf,
  RANGES,
  toggled,
  type Earlier,
  type Filter,
  type PeriodKind,
  type Range,
  type Segment,
} from './filter.ts'
import { floodOf, whenInWords } from '../floods/floods.ts'
import * as format from '../base/format.ts'
import { locale, t } from '../base/i18n.ts'
import { questionText, useSession } from '../base/session.ts'
import { propertyName, segmentInWords } from '../base/propertyNames.ts'
import { Chip } from '../ui/Chip.tsx'
import { Choice, type OptionGroup } from '../ui/Choice.tsx'
import { DayInput } from './DayInput.tsx'
import { Segmented } from '../ui/Segmented.tsx'

type Part =
  'question' | 'comparedScore' | 'range' | 'against' | 'by' | 'segment' | 'band' | 'counting'

/** The controls of the filter, which is stored in the URL. */
export function FilterBar(
  props: ParentProps<{
    survey: Survey
    filter: Filter
    onChange: (changes: Partial<Filter>) => void
    shows: Part[]
  }>,
) {
  const session = useSession()
  const has = (part: Part) => props.shows.includes(part)
  const choosesQuestion = () => has('question') || has('comparedScore')
  // Shown as chips: conditions without a control of their own.
  const conditions = () => [
    ...(props.filter.question && !choosesQuestion()
      ? [{ text: t('filter.scored'), without: { question: null, score: null } }]
      : []),
    ...(props.filter.score !== null
      ? [
          {
            text: t('filter.score', { score: format.count(locale(), props.filter.score) }),
            without: { score: null },
          },
        ]
      : []),
    ...(props.filter.counting === 'customers' && !has('counting')
      ? [{ text: t('filter.countings.customers'), without: { counting: 'answers' as const } }]
      : []),
    ...(props.filter.without
      ? [
          {
            text: t('filter.without', { property: propertyName(props.filter.without) }),
            without: { without: null },
          },
        ]
      : []),
    ...(props.filter.flood
      ? [
          {
            text: t('floods.chip', {
              when: whenInWords(floodOf(props.filter.flood), session.workspace),
            }),
            without: { flood: null },
          },
        ]
      : []),
    ...props.filter.segments.map((segment) => ({
      text: segmentInWords(segment),
      without: { segments: toggled(props.filter.segments, segment) },
    })),
  ]
  const questions = () => [
    ...props.survey.questions.map(({ id, ask }) => ({
      value: id,
      text: questionText(session, ask),
    })),
    ...props.survey.past.map(({ id, ask }) => ({
      value: id,
      text: t('filter.past', { ask: questionText(session, ask) }),
    })),
  ]
  return (
    <form
      class="field-row"
      aria-label={t('filter.label')}
      onSubmit={(event) => event.preventDefault()}
    >
      <Show when={choosesQuestion() && questions().length > 1}>
        <Choice
          label={t(has('question') ? 'fields.question' : 'fields.against')}
          value={questionOf(props.filter, props.survey)}
          options={questions()}
          onChoose={(question) => props.onChange({ question })}
        />
      </Show>
      <Show when={has('band')}>
        <Segmented
          label={t('filter.band')}
          value={props.filter.band ?? ''}
          options={[
            { value: '', text: t('filter.anyBand') },
            ...BANDS.map((band) => ({ value: band, text: t(`bands.${band}`) })),
          ]}
          onChoose={(value) =>
            props.onChange({ band: BANDS.find((band) => band === value) ?? null })
          }
        />
      </Show>
      <RangeChoice filter={props.filter} onChange={props.onChange} />
      <Show when={has('against')}>
        <AgainstChoice filter={props.filter} onChange={props.onChange} />
      </Show>
      <Show when={has('by')}>
        <Segmented
          label={t('filter.by')}
          value={props.filter.by}
          options={PERIODS.map((by) => ({ value: by, text: t(`filter.bys.${by}`) }))}
          onChoose={(by) => props.onChange({ by: by as PeriodKind })}
        />
      </Show>
      <SegmentChoice
        survey={props.survey}
        chosen={props.filter.segments}
        onChoose={(segment) =>
          props.onChange({ segments: toggled(props.filter.segments, segment) })
        }
      />
      <Show when={has('counting')}>
        <Choice
          label={t('filter.counting')}
          value={props.filter.counting}
          options={COUNTINGS.map((counting) => ({
            value: counting,
            text: t(`filter.countings.${counting}`),
          }))}
          onChoose={(counting) => props.onChange({ counting: counting as Counting })}
        />
      </Show>
      {props.children}
      <Show when={conditions().length > 0}>
        <ul class="chips" aria-label={t('filter.conditions')}>
          <For each={conditions()}>
            {({ text, without }) => <Chip text={text} onRemove={() => props.onChange(without)} />}
          </For>
        </ul>
      </Show>
    </form>
  )
}

function RangeChoice(props: { filter: Filter; onChange: (changes: Partial<Filter>) => void }) {
  const session = useSession()
  const isCustom = () => props.filter.range === 'custom'
  const choose = (range: Range) => {
    const before = daysOf(props.filter, session.workspace.today)
    props.onChange({ range, from: before.from ?? null, to: before.to ?? session.workspace.today })
  }

  return (
    <>
      <Choice
        label={t('filter.range')}
        value={props.filter.range}
        options={RANGES.map((range) => ({ value: range, text: t(`filter.ranges.${range}`) }))}
        onChoose={(range) => choose(range as Range)}
      />
      <Show when={isCustom()}>
        <DayRange
          from={props.filter.from}
          to={props.filter.to}
          onFrom={(from) => props.onChange({ from })}
          onTo={(to) => props.onChange({ to })}
        />
      </Show>
    </>
  )
}

function AgainstChoice(props: { filter: Filter; onChange: (changes: Partial<Filter>) => void }) {
  return (
    <>
      <Choice
        label={t('fields.against')}
        value={props.filter.against}
        options={EARLIER.map((each) => ({ value: each, text: t(`filter.earlier.${each}`) }))}
        onChoose={(against) => props.onChange({ against: against as Earlier })}
      />
      <Show when={props.filter.against === 'custom'}>
        <DayRange
          from={props.filter.beforeFrom}
          to={props.filter.beforeTo}
          onFrom={(beforeFrom) => props.onChange({ beforeFrom })}
          onTo={(beforeTo) => props.onChange({ beforeTo })}
        />
      </Show>
    </>
  )
}

function DayRange(props: {
  from: string | null
  to: string | null
  onFrom: (day: string | null) => void
  onTo: (day: string | null) => void
}) {
  return (
    <>
      <DayInput
        label={t('fields.from')}
        value={props.from}
        max={props.to}
        onChoose={props.onFrom}
      />
      <DayInput label={t('fields.to')} value={props.to} min={props.from} onChoose={props.onTo} />
    </>
  )
}

function SegmentChoice(props: {
  survey: Survey
  chosen: Segment[]
  onChoose: (segment: Segment) => void
}) {
  const [known] = createResource(() => props.survey.id, segments)
  const groups = (): OptionGroup[] =>
    Object.entries((known.state === 'ready' && known.latest) || {}).map(([property, values]) => ({
      label: propertyName(property),
      options: values
        .filter((value) => !props.chosen.some((each) => isSame(each, { property, value })))
        .toSorted((a, b) => Number(a === '') - Number(b === '') || a.localeCompare(b))
        .map((value) => ({
          value: JSON.stringify({ property, value }),
          text: segmentInWords({ property, value }),
        })),
    }))
  const isFull = () => props.chosen.length >= MOST_SEGMENTS
  const first = () =>
    props.chosen.length === 0
      ? t('filter.everyone')
      : t(isFull() ? 'filter.enough' : 'filter.addSegment')

  return (
    <Show when={groups().length > 0}>
      <Choice
        label={t('filter.segment')}
        value=""
        options={[{ value: '', text: first() }]}
        groups={isFull() ? [] : groups()}
        onChoose={(value) => value && props.onChoose(JSON.parse(value) as Segment)}
      />
    </Show>
  )
}
