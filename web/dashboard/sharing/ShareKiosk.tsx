import { createSignal, Show } from 'solid-js'
import type { SurveyDefinition } from '../../../surveys/definition.ts'
import type { SharedSurvey } from './api.ts'
import { t } from '../base/i18n.ts'
import { addressOf, type Property } from './address.ts'
import { Address, LanguageChoice } from './ShareAddress.tsx'
import { ShareChannel } from './ShareChannel.tsx'

/** Sharing on a tablet that one respondent after another uses. */
export function ShareKiosk(props: {
  survey: SharedSurvey
  definition: SurveyDefinition
  properties: Property[]
}) {
  const [language, setLanguage] = createSignal('')
  const address = () =>
    addressOf(props.survey.url, {
      properties: props.properties,
      language: language(),
      via: 'kiosk',
    })

  return (
    <ShareChannel title={t('share.kiosk.title')} help={t('share.kiosk.help')}>
      <Address address={address()} about={t('share.kiosk.title')} />
      <Show when={props.definition.languages.length > 1}>
        <div class="share-channel__fields">
          <LanguageChoice
            languages={props.definition.languages}
            own={t('share.ownLanguage')}
            language={language()}
            onChoose={setLanguage}
          />
        </div>
      </Show>
      <p class="quiet">{t('share.kiosk.setUp')}</p>
    </ShareChannel>
  )
}
