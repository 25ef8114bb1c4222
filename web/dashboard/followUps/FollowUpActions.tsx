import { For } from 'solid-js'
import type { Person } from '../base/api.ts'
import type { FollowUp, StateChange } from './model/api.ts'
import { t } from '../base/i18n.ts'
import { useSession } from '../base/session.ts'
import { Choice } from '../ui/Choice.tsx'

const ACTIONS = [
  { state: 'contacted', text: 'followUps.contact', key: 'c' },
  { state: 'resolved', text: 'followUps.resolve', key: 'r' },
  { state: 'dismissed', text: 'followUps.dismiss', key: 'd' },
] as const

const SEVERAL = 'several'

/** Buttons for the state, and the owner, of one or several follow-ups. */
export function FollowUpActions(props: {
  label: string
  followUps: FollowUp[]
  people: Person[]
  onChange: (change: StateChange) => void
}) {
  const session = useSession()
  const isIn = (state: FollowUp['state']) => props.followUps.every((each) => each.state === state)
  // Pressing the current state again returns to "new".
  const choose = (state: FollowUp['state']) =>
    props.onChange({ state: isIn(state) ? 'new' : state })
  const owners = () => new Set(props.followUps.map(({ owner }) => owner?.id ?? ''))
  const name = ({ id, name }: Person) =>
    id === session.me.id ? t('followUps.you', { name }) : name

  return (
    <div class="action-row" role="group" aria-label={props.label}>
      <For each={ACTIONS}>
        {({ state, text, key }) => (
          <button
            type="button"
            class="button"
            aria-pressed={isIn(state)}
            aria-keyshortcuts={key}
            onClick={() => choose(state)}
          >
            {t(text)}
            <kbd aria-hidden="true">{key}</kbd>
          </button>
        )}
      </For>
      <Choice
        label={t('followUps.owner')}
        value={owners().size === 1 ? [...owners()][0]! : SEVERAL}
        options={[
          ...(owners().size === 1 ? [] : [{ value: SEVERAL, text: t('desk.several') }]),
          { value: '', text: t('desk.unassigned') },
          ...props.people
            .filter(({ role }) => role !== 'viewer')
            .map((person) => ({ value: person.id, text: name(person) })),
        ]}
        onChoose={(owner) => owner !== SEVERAL && props.onChange({ owner: owner || null })}
      />
    </div>
  )
}
