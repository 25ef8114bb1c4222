import { For } from 'solid-js'
import type { FollowUp, FollowUpChange, Person } from '../api.ts'
import { t } from '../i18n.ts'
import { useSession } from '../session.ts'
import { Choice } from './Choice.tsx'

const ACTIONS = [
  { state: 'contacted', text: 'followUps.contact', key: 'c' },
  { state: 'resolved', text: 'followUps.resolve', key: 'r' },
  { state: 'dismissed', text: 'followUps.dismiss', key: 'd' },
] as const

/** What can be done with a follow-up: where it stands, and who has it. */
export function FollowUpActions(props: {
  followUp: FollowUp
  people: Person[]
  onChange: (change: FollowUpChange) => Promise<boolean>
}) {
  const session = useSession()
  // A second press takes the state back.
  const choose = (state: FollowUp['state']) =>
    void props.onChange({ state: props.followUp.state === state ? 'new' : state })
  const name = ({ id, name }: Person) =>
    id === session.me.id ? t('followUps.you', { name }) : name

  return (
    <div class="actions" role="group" aria-label={t('followUps.actions')}>
      <For each={ACTIONS}>
        {({ state, text, key }) => (
          <button
            type="button"
            class="button"
            aria-pressed={props.followUp.state === state}
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
        value={props.followUp.owner?.id ?? ''}
        options={[
          { value: '', text: t('followUps.nobody') },
          ...props.people
            .filter(({ role }) => role !== 'viewer')
            .map((person) => ({ value: person.id, text: name(person) })),
        ]}
        onChoose={(owner) => void props.onChange({ owner: owner || null })}
      />
    </div>
  )
}
