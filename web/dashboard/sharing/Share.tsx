import { A } from '@solidjs/router'
import { createMemo, createResource, createSignal, Show } from 'solid-js'
import type { SurveyDefinition } from '../../../surveys/definition.ts'
import type { Survey } from '../base/api.ts'
import { segments } from '../scores/api.ts'
import type { SharedSurvey } from './api.ts'
import { readDraft } from '../surveys/api.ts'
import { t } from '../base/i18n.ts'
import { createLoad } from '../base/load.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Loaded } from '../ui/Loaded.tsx'
import { ShareCode } from './ShareCode.tsx'
import { ShareAddress } from './ShareAddress.tsx'
import { ShareKiosk } from './ShareKiosk.tsx'
import { ShareMail } from './ShareMail.tsx'
import { ShareWidget } from './ShareWidget.tsx'
import { SignedLinks } from './SignedLinks.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { SurveyPage } from '../surveys/SurveyPage.tsx'
import { mayManage, useSession } from '../base/session.ts'
import { addressOf, linkDetailsOf, type Property } from './address.ts'
import './share.css'

export default function Share() {
  return (
    <SurveyPage view="share">
      {(survey) => (
        <Show
          when={survey.version !== null}
          fallback={
            <EmptyState title={t('share.draft')} help={t('share.draftHelp')}>
              <A class="button" data-kind="primary" href="/surveys">
                {t('share.toSurveys')}
              </A>
            </EmptyState>
          }
        >
          <Show
            when={isShared(survey) && survey}
            fallback={
              <EmptyState title={t('surveys.noAddress')} help={t('surveys.noAddressHelp')} />
            }
          >
            {(shared) => <ShareOf survey={shared()} />}
          </Show>
        </Show>
      )}
    </SurveyPage>
  )
}

const isShared = (survey: Survey): survey is SharedSurvey => survey.url !== null

function ShareOf(props: { survey: SharedSurvey }) {
  const loaded = createLoad(
    () => props.survey.id,
    async (id) => (await readDraft(id)).published as SurveyDefinition,
  )
  return (
    <Loaded of={loaded} skeleton={<Skeleton shape="page" />}>
      {(definition) => <ShareChannels survey={props.survey} definition={definition()} />}
    </Loaded>
  )
}

/** Every way of sharing the survey, all with the same properties. */
function ShareChannels(props: { survey: SharedSurvey; definition: SurveyDefinition }) {
  const session = useSession()
  const [rows, setRows] = createSignal<Property[]>([{ name: '', value: '' }])
  const [language, setLanguage] = createSignal('')
  // Only for suggestions.
  const [known] = createResource(() => props.survey.id, segments)
  const questions = () => props.definition.questions.map(({ id }) => id)
  const properties = createMemo(() => linkDetailsOf(rows(), questions()))
  const address = createMemo(() =>
    addressOf(props.survey.url, { properties: properties(), language: language() }),
  )

  return (
    <div class="share-channels">
      <Show when={props.survey.state !== 'live'}>
        <p class="share-channels__closed">{t('share.closed')}</p>
      </Show>
      <ShareAddress
        address={address()}
        languages={props.definition.languages}
        language={language()}
        onLanguage={setLanguage}
        rows={rows()}
        known={(known.state === 'ready' && known.latest) || {}}
        questions={questions()}
        onRows={setRows}
      />
      <Show when={mayManage(session)}>
        <SignedLinks
          survey={props.survey}
          properties={properties()}
          language={language()}
          only={props.definition.signed ?? []}
        />
      </Show>
      <ShareCode
        survey={props.survey}
        definition={props.definition}
        address={address()}
        language={language()}
      />
      <ShareMail survey={props.survey} definition={props.definition} properties={properties()} />
      <ShareKiosk survey={props.survey} definition={props.definition} properties={properties()} />
      <ShareWidget survey={props.survey} definition={props.definition} properties={properties()} />
    </div>
  )
}
