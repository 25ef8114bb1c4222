import type { Person } from '../base/api.ts'
import type { DeskFilter } from './filter.ts'
import { t } from '../base/i18n.ts'
import { useSession } from '../base/session.ts'
import { Choice } from '../ui/Choice.tsx'
import { DayInput } from '../scores/DayInput.tsx'

export function DeskFilters(props: {
  filter: DeskFilter
  people: Person[]
  onChange: (changes: Partial<DeskFilter>) => void
}) {
  const session = useSession()
  const others = () => props.people.filter(({ id }) => id !== session.me.id)
  return (
    <div class="filter">
      <Choice
        label={t('followUps.owner')}
        value={props.filter.owner ?? ''}
        options={[
          { value: '', text: t('followUps.owners.any') },
          { value: 'me', text: t('followUps.owners.me') },
          { value: 'none', text: t('followUps.owners.none') },
          ...others().map(({ id, name }) => ({ value: id, text: name })),
        ]}
        onChoose={(owner) => props.onChange({ owner: owner || null })}
      />
      <Choice
        label={t('followUps.survey')}
        value={props.filter.survey ?? ''}
        options={[
          { value: '', text: t('followUps.allSurveys') },
          ...session.surveys.map(({ id, name }) => ({ value: id, text: name })),
        ]}
        onChoose={(survey) => props.onChange({ survey: survey || null })}
      />
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
    </div>
  )
}
