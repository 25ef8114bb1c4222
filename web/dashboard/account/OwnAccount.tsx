import { t } from '../base/i18n.ts'
import { Title } from '../ui/Title.tsx'
import { NameForm } from './NameForm.tsx'
import { PasswordForm } from './PasswordForm.tsx'
import { Sessions } from './Sessions.tsx'
import { TwoFactor } from './TwoFactor.tsx'
import './account.css'

/** One's own name, password, second factor and sessions. */
export default function OwnAccount() {
  return (
    <div class="own-account">
      <Title subject="account">{t('ownAccount.title')}</Title>
      <section>
        <h2 class="subtitle">{t('ownAccount.nameTitle')}</h2>
        <NameForm />
      </section>
      <section>
        <h2 class="subtitle">{t('ownAccount.passwordTitle')}</h2>
        <PasswordForm />
      </section>
      <section>
        <h2 class="subtitle">{t('ownAccount.twoFactor')}</h2>
        <TwoFactor />
      </section>
      <section>
        <h2 class="subtitle">{t('ownAccount.sessions')}</h2>
        <Sessions />
      </section>
    </div>
  )
}
