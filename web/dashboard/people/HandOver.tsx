import { Show } from 'solid-js'
import { plural, t } from '../base/i18n.ts'
import { Choice } from '../ui/Choice.tsx'
import type { Account } from './api.ts'

/** Who takes over a person's open cases, if they have any. */
export function HandOver(props: {
  person: Account
  others: Account[]
  value: string
  onChoose: (id: string) => void
}) {
  return (
    <Show when={props.person.openFollowUps}>
      {(cases) => (
        <Choice
          label={plural('people.handOver', cases())}
          value={props.value}
          options={[
            { value: '', text: t('people.nobody') },
            ...props.others.map(({ id, name }) => ({ value: id, text: name })),
          ]}
          onChoose={props.onChoose}
        />
      )}
    </Show>
  )
}
