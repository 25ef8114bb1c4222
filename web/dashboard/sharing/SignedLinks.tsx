import { createEffect, createResource, createSignal, on, Show } from 'solid-js'
import type { Survey } from '../base/api.ts'
import { linkSignatures, signLinks } from './api.ts'
import * as format from '../base/format.ts'
import { locale, t } from '../base/i18n.ts'
import type { Property } from './address.ts'
import { hasPlaceholder, linkRequest } from './signing.ts'
import { Choice } from '../ui/Choice.tsx'
import { CopyButton } from '../ui/CopyButton.tsx'
import { Check } from '../ui/Check.tsx'
import { ShareChannel } from './ShareChannel.tsx'

/** The last is the most that the server signs at once. */
const HOW_MANY = [1, 10, 50, 200]

/** Sharing by signed links, which can't be changed and can be single-use. */
export function SignedLinks(props: {
  survey: Survey
  properties: Property[]
  language: string
  /** Properties that only signed links can set. */
  only: string[]
}) {
  const [isSingle, setSingle] = createSignal(true)
  const [amount, setAmount] = createSignal(1)
  const [links, setLinks] = createSignal<string[]>([])
  const [status, setStatus] = createSignal<'busy' | 'failed' | null>(null)
  // Optional: links can be made even if this fails.
  const [signatures] = createResource(() => props.survey.id, linkSignatures)
  const invalid = () => (signatures.state === 'ready' && signatures.latest.invalid) || 0
  const request = () => linkRequest(props.properties, props.language, isSingle())
  // Removes links that no longer match the settings.
  createEffect(on(request, () => void (setLinks([]), setStatus(null))))

  const make = async () => {
    setStatus('busy')
    const each = request()
    const count = isSingle() ? amount() : 1
    try {
      setLinks(await signLinks(props.survey.id, Array<typeof each>(count).fill(each)))
      setStatus(null)
    } catch {
      setStatus('failed')
    }
  }

  return (
    <ShareChannel title={t('share.signed.title')} help={t('share.signed.help')}>
      <Show when={props.only.length > 0}>
        <p>
          {t('share.signed.only')} <bdi>{props.only.join(', ')}</bdi>
        </p>
      </Show>
      <Show when={invalid() > 0}>
        <p>{t('share.signed.invalid', { n: format.count(locale(), invalid()) })}</p>
      </Show>
      <Check label={t('share.signed.single')} on={isSingle()} onSwitch={setSingle} />
      <Show when={isSingle()}>
        <div class="share-channel__fields">
          <Choice
            label={t('share.signed.amount')}
            value={String(amount())}
            options={HOW_MANY.map((n) => ({ value: String(n), text: format.count(locale(), n) }))}
            onChoose={(n) => setAmount(Number(n))}
          />
        </div>
      </Show>
      <Show
        when={!hasPlaceholder(props.properties)}
        fallback={<p class="field__help">{t('share.signed.hasPlaceholder')}</p>}
      >
        <p class="share-channel__actions">
          <button
            type="button"
            class="button"
            disabled={status() === 'busy'}
            onClick={() => void make()}
          >
            {t('share.signed.make')}
          </button>
        </p>
      </Show>
      <Show when={status() === 'failed'}>
        <p class="field__error" role="alert">
          {t('share.signed.failed')}
        </p>
      </Show>
      <Show when={links().length > 0}>
        <div class="code-snippet" role="status">
          <textarea
            class="input code-snippet__list"
            dir="ltr"
            readonly
            rows="3"
            aria-label={t('share.signed.title')}
            value={links().join('\n')}
          />
          <CopyButton text={links().join('\n')} about={t('share.signed.title')} />
        </div>
      </Show>
    </ShareChannel>
  )
}
