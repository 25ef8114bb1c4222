import { createMemo, createSignal, Show } from 'solid-js'
import type { SurveyDefinition } from '../../../surveys/definition.ts'
import type { SharedSurvey } from './api.ts'
import { t } from '../base/i18n.ts'
import { useSession } from '../base/session.ts'
import type { Property } from './address.ts'
import { MAIL, RECIPIENT, forRecipient, mailHtml, mailText, scoreMail } from './mail.ts'
import { CopyButton } from '../ui/CopyButton.tsx'
import { MailPreview } from './MailPreview.tsx'
import { LanguageChoice } from './ShareAddress.tsx'
import { ShareChannel } from './ShareChannel.tsx'

/** Sharing in an email: the question with a link for each score. */
export function ShareMail(props: {
  survey: SharedSurvey
  definition: SurveyDefinition
  properties: Property[]
}) {
  const session = useSession()
  const [chosen, setChosen] = createSignal('')
  const language = () => chosen() || props.definition.languages[0]!
  const mail = createMemo(() =>
    scoreMail(
      props.definition,
      { company: session.workspace.name, language: language() },
      props.survey.url,
      forRecipient(props.properties),
    ),
  )

  return (
    <ShareChannel title={t('share.mail.title')} help={t('share.mail.help')}>
      <Show when={props.definition.languages.length > 1}>
        <div class="share-channel__fields">
          <LanguageChoice
            languages={props.definition.languages}
            language={language()}
            onChoose={setChosen}
          />
        </div>
      </Show>
      <div role="group" aria-label={t('share.mail.preview')}>
        <MailPreview mail={mail()} />
      </div>
      <p class="share-channel__actions">
        <CopyButton text={mailText(mail())} html={mailHtml(mail())} label={t('share.mail.copy')} />
        <CopyButton text={mailHtml(mail())} label={t('share.mail.html')} />
        <CopyButton text={mailText(mail())} label={t('share.mail.text')} />
      </p>
      <p class="field__help">{t('share.mail.set', { customer: RECIPIENT, mail: MAIL })}</p>
      <p class="field__help">{t('share.mail.confirmed')}</p>
    </ShareChannel>
  )
}
