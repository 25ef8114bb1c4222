import * as format from '../base/format.ts'
import { locale, t } from '../base/i18n.ts'
import { useSession } from '../base/session.ts'
import { CopyButton } from '../ui/CopyButton.tsx'
import type { AccountLink } from './api.ts'

/** A link that was just made, to be copied and sent; it can't be shown again. */
export function OneTimeLink(props: { link: AccountLink }) {
  const session = useSession()
  return (
    <div class="people__link" role="status">
      <code class="code-block" dir="ltr">
        {props.link.url}
      </code>
      <p class="field__help">
        {t('people.linkHelp', {
          date: format.instant(locale(), session.workspace.timeZone, props.link.expiresAt),
        })}
      </p>
      <CopyButton text={props.link.url} label={t('people.copyLink')} />
    </div>
  )
}
