import { createResource, Show } from 'solid-js'
import { ALL_CLOSE_REASONS, CLOSE_REASONS } from '../../../surveys/followUps.ts'
import type { Person } from '../base/api.ts'
import { t } from '../base/i18n.ts'
import { propertyName, segmentInWords } from '../base/propertyNames.ts'
import { useSession } from '../base/session.ts'
import { segments } from '../scores/api.ts'
import { DayInput } from '../scores/DayInput.tsx'
import { Check } from '../ui/Check.tsx'
import { Choice } from '../ui/Choice.tsx'
import { ownerChosen, statesOf, type DeskFilter } from './model/filter.ts'

/** The fields by which the list can be narrowed; those that the view already decides are left out. */
export function FilterFields(props: {
  filter: DeskFilter
  people: Person[]
  onChange: (changes: Partial<DeskFilter>) => void
}) {
  const session = useSession()
  const states = () => statesOf(props.filter.view)
  const reasons = () => {
    const { state, view } = props.filter
    if (view !== 'closed') return []
    return state === 'resolved' || state === 'dismissed' ? CLOSE_REASONS[state] : ALL_CLOSE_REASONS
  }
  const any = { value: '', text: t('desk.any') }
  return (
    <div class="field-row">
      <Show when={states().length > 0}>
        <Choice
          label={t('followUps.tabs')}
          value={props.filter.state ?? ''}
          options={[
            any,
            ...states().map((state) => ({ value: state, text: t(`followUpStates.${state}`) })),
          ]}
          onChoose={(value) =>
            props.onChange({
              state: states().find((state) => state === value) ?? null,
              reason: null,
            })
          }
        />
      </Show>
      <Show when={reasons().length > 0}>
        <Choice
          label={t('desk.reason')}
          value={props.filter.reason ?? ''}
          options={[
            any,
            ...reasons().map((reason) => ({ value: reason, text: t(`desk.reasons.${reason}`) })),
          ]}
          onChoose={(value) =>
            props.onChange({ reason: reasons().find((reason) => reason === value) ?? null })
          }
        />
      </Show>
      <Show when={!ownerChosen(props.filter.view)}>
        <Choice
          label={t('followUps.owner')}
          value={props.filter.owner ?? ''}
          options={[
            any,
            { value: 'none', text: t('desk.unassigned') },
            { value: 'me', text: session.me.name },
            ...props.people
              .filter(({ id, role }) => role !== 'viewer' && id !== session.me.id)
              .map(({ id, name }) => ({ value: id, text: name })),
          ]}
          onChoose={(owner) => props.onChange({ owner: owner || null })}
        />
      </Show>
      <Choice
        label={t('followUps.survey')}
        value={props.filter.survey ?? ''}
        options={[
          { value: '', text: t('followUps.allSurveys') },
          ...session.surveys.map(({ id, name }) => ({ value: id, text: name })),
        ]}
        onChoose={(survey) =>
          props.onChange({ survey: survey || null, property: null, value: null })
        }
      />
      <Show when={props.filter.survey}>
        {(survey) => (
          <PropertyChoice survey={survey()} filter={props.filter} onChange={props.onChange} />
        )}
      </Show>
      <DayInput
        label={t('desk.from')}
        value={props.filter.from}
        max={props.filter.to}
        onChoose={(from) => props.onChange({ from })}
      />
      <DayInput
        label={t('desk.to')}
        value={props.filter.to}
        min={props.filter.from}
        onChoose={(to) => props.onChange({ to })}
      />
      <Check
        label={t('desk.unreachable')}
        on={props.filter.unreachable}
        onSwitch={(unreachable) => props.onChange({ unreachable })}
      />
    </div>
  )
}

function PropertyChoice(props: {
  survey: string
  filter: DeskFilter
  onChange: (changes: Partial<DeskFilter>) => void
}) {
  const [known] = createResource(() => props.survey, segments)
  const groups = () =>
    Object.entries((known.state === 'ready' && known.latest) || {}).map(([property, values]) => ({
      label: propertyName(property),
      options: values
        .filter((value) => value !== '')
        .map((value) => ({
          value: JSON.stringify([property, value]),
          text: segmentInWords({ property, value }),
        })),
    }))
  const chosen = () => {
    const { property, value } = props.filter
    return property === null ? '' : JSON.stringify([property, value])
  }
  return (
    <Show when={groups().length > 0}>
      <Choice
        label={t('desk.property')}
        value={chosen()}
        options={[{ value: '', text: t('desk.any') }]}
        groups={groups()}
        onChoose={(choice) => {
          const [property, value] = (choice ? JSON.parse(choice) : [null, null]) as (
            string | null
          )[]
          props.onChange({ property: property ?? null, value: value ?? null })
        }}
      />
    </Show>
  )
}
