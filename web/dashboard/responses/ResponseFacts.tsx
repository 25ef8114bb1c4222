import { For, Show } from 'solid-js'
import { t } from '../base/i18n.ts'
import { propertyName, segmentName } from '../base/propertyNames.ts'
import type { SurveyResponse } from './api.ts'
import { isUnverified, optOutOf } from './responseParts.ts'

/** What is known of a response besides its answers. */
export function ResponseFacts(props: { response: SurveyResponse }) {
  const notes = () => {
    const { state, badSignature, unusable } = props.response
    const optOut = optOutOf(props.response)
    return [
      ...(isUnverified(props.response) ? [t('responses.unverified')] : []),
      ...(badSignature ? [t('responses.badSignature')] : []),
      ...(unusable.length > 0 ? [t('responses.unusable', { names: unusable.join(', ') })] : []),
      ...(optOut ? [t(`responses.${optOut}`)] : []),
      ...(state === 'partial' ? [t('responses.partial')] : []),
      ...(state === 'complete' || state === 'partial' ? [] : [t('responses.states.excluded')]),
    ]
  }
  return (
    <section class="response-panel__part" aria-labelledby="response-facts">
      <h3 id="response-facts" class="response-panel__label">
        {t('responses.facts')}
      </h3>
      <Show when={notes().length > 0}>
        <p class="metadata">
          <For each={notes()}>{(note) => <span>{note}</span>}</For>
        </p>
      </Show>
      <dl class="response-panel__facts">
        <Show when={props.response.customer?.email}>
          {(email) => <Fact name={t('responses.email')} value={email()} />}
        </Show>
        <For each={Object.entries(props.response.personal ?? {})}>
          {([name, value]) => <Fact name={propertyName(name)} value={value} />}
        </For>
        <For each={Object.entries(props.response.properties)}>
          {([name, value]) => <Fact name={propertyName(name)} value={segmentName(name, value)} />}
        </For>
        <Show when={props.response.language}>
          {(language) => (
            <Fact name={propertyName('language')} value={segmentName('language', language())} />
          )}
        </Show>
        <Fact
          name={t('responses.source')}
          value={t(`responses.sources.${props.response.source}`)}
        />
      </dl>
    </section>
  )
}

function Fact(props: { name: string; value: string }) {
  return (
    <div>
      <dt class="response-panel__label">
        <bdi>{props.name}</bdi>
      </dt>
      <dd>
        <bdi>{props.value}</bdi>
      </dd>
    </div>
  )
}
