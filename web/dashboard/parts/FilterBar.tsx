import { createResource, Show } from 'solid-js'
import { BANDS } from '../../../surveys/scoring/metrics.ts'
import { scores, type Survey } from '../api.ts'
import {
  daysOf,
  EARLIER,
  PERIODS,
  RANGES,
  type Earlier,
  type Filter,
  type PeriodKind,
  type Range,
  type Segment,
} from '../filter.ts'
import { t } from '../i18n.ts'
import { asked, useSession } from '../session.ts'
import { propertyName, segmentName } from '../words.ts'
import { Choice, type OptionGroup } from './Choice.tsx'
import { Segmented } from './Segmented.tsx'

type Part = 'question' | 'range' | 'against' | 'by' | 'segment' | 'band'

/** Narrows what a survey's page shows. It only draws; the filter itself lives in the address. */
export function FilterBar(props: {
  survey: Survey
  filter: Filter
  onChange: (changes: Partial<Filter>) => void
  shows: Part[]
}) {
  const session = useSession()
  const has = (part: Part) => props.shows.includes(part)
  return (
    <form
      class="filter"
      aria-label={t('filter.label')}
      onSubmit={(event) => event.preventDefault()}
    >
      <Show when={has('question') && props.survey.questions.length > 1}>
        <Choice
          label={t('filter.question')}
          value={props.filter.question ?? props.survey.questions[0]!.id}
          options={props.survey.questions.map(({ id, ask }) => ({
            value: id,
            text: asked(session, ask),
          }))}
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
        chosen={props.filter.segment}
        onChoose={(segment) => props.onChange({ segment })}
      />
    </form>
  )
}

function RangeChoice(props: { filter: Filter; onChange: (changes: Partial<Filter>) => void }) {
  const session = useSession()
  const own = () => props.filter.range === 'own'
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
      <Show when={own()}>
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
        label={t('filter.against')}
        value={props.filter.against}
        options={EARLIER.map((each) => ({ value: each, text: t(`filter.earlier.${each}`) }))}
        onChoose={(against) => props.onChange({ against: against as Earlier })}
      />
      <Show when={props.filter.against === 'own'}>
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
        label={t('filter.from')}
        value={props.from}
        max={props.to}
        onChoose={props.onFrom}
      />
      <DayInput label={t('filter.to')} value={props.to} min={props.from} onChoose={props.onTo} />
    </>
  )
}

/** A day to choose, within what the other end leaves. */
export function DayInput(props: {
  label: string
  value: string | null
  min?: string | null
  max?: string | null
  onChoose: (day: string | null) => void
}) {
  return (
    <label class="field">
      <span class="field__label">{props.label}</span>
      <input
        type="date"
        class="input"
        value={props.value ?? ''}
        min={props.min ?? undefined}
        max={props.max ?? undefined}
        onChange={(event) => props.onChoose(event.currentTarget.value || null)}
      />
    </label>
  )
}

function SegmentChoice(props: {
  survey: Survey
  chosen: Segment | null
  onChoose: (segment: Segment | null) => void
}) {
  const [segments] = createResource(
    () => props.survey.id,
    async (id) => (await scores(id, { by: 'month' })).segments,
  )
  const groups = (): OptionGroup[] =>
    Object.entries((segments.state === 'ready' && segments.latest) || {}).map(
      ([property, values]) => ({
        label: propertyName(property),
        options: Object.keys(values)
          .toSorted((a, b) => Number(a === '') - Number(b === '') || a.localeCompare(b))
          .map((value) => option({ property, value })),
      }),
    )
  const known = () =>
    !props.chosen || groups().some(({ label }) => label === propertyName(props.chosen!.property))

  return (
    <Show when={groups().length > 0 || props.chosen}>
      <Choice
        label={t('filter.segment')}
        value={props.chosen ? option(props.chosen).value : ''}
        options={[
          { value: '', text: t('filter.everyone') },
          ...(known() ? [] : [option(props.chosen!)]),
        ]}
        groups={groups()}
        onChoose={(value) => props.onChoose(value ? (JSON.parse(value) as Segment) : null)}
      />
    </Show>
  )
}

function option({ property, value }: Segment) {
  return {
    value: JSON.stringify({ property, value }),
    text: `${propertyName(property)}: ${segmentName(property, value)}`,
  }
}
