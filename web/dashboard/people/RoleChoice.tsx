import { t } from '../base/i18n.ts'
import { Choice } from '../ui/Choice.tsx'
import type { Role } from './api.ts'

const ROLES: Role[] = ['viewer', 'lead', 'admin']

/** A select of roles, and what the chosen one may do. */
export function RoleChoice(props: { value: Role; onChoose: (role: Role) => void }) {
  return (
    <div class="field">
      <Choice
        label={t('people.role')}
        value={props.value}
        options={ROLES.map((value) => ({ value, text: t(`account.roles.${value}`) }))}
        onChoose={(role) => props.onChoose(role as Role)}
      />
      <p class="field__help">{t(`people.roleHelp.${props.value}`)}</p>
    </div>
  )
}
