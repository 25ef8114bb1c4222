import { createEffect, createResource, createSignal, on, Show } from 'solid-js'
import type { Survey } from '../base/api.ts'
import { linkSignatures, signLinks } from './api.ts'
import * as format from '../base/format.ts'
import { locale, t } from '../base/i18n.ts'
import type { Property } from './address.ts'
import { isOpen, linkRequest } from './signing.ts'
import { Choice } from '../ui/Choice.tsx'
import { CopyButton } from '../ui/CopyButton.tsx'
import { Check } from '../ui/Check.tsx'
import { ShareChannel } from './ShareChannel.tsx'

/** As many as the server signs at once are the last. */
const HOW_MANY = [1, 10, 50, 200]

/** Links that say the same as the one above, and can't be changed or used twice. */
export function SignedLinks(props: {
  survey: Survey
  properties: Property[]
  language: string
  /** Properties that count from signed links alone. */
  only: string[]
}) {
  const [isSingle, setSingle] = createSignal(true)
  const [many, setMany] = createSignal(1)
  const [made, setMade] = createSignal<string[]>([])
  const [said, setSaid] = createSignal<'busy' | 'failed' | null>(null)
  // Without them, the links can be made all the same.
  const [signatures] = createResource(() => props.survey.id, linkSignatures)
  const invalid = () => (signatures.state === 'ready' && signatures.latest.invalid) || 0
  const wish = () => linkRequest(props.properties, props.language, isSingle())
  // What was made no longer says what is chosen.
  createEffect(on(wish, () => void (setMade([]), setSaid(null))))

  const make = async () => {
    setSaid('busy')
    const asked = wish()
    const count = isSingle() ? many() : 1
    try {
      setMade(await signLinks(props.survey.id, Array<typeof asked>(count).fill(asked)))
      setSaid(null)
    } catch {
      setSaid('failed')
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
            label={t('share.signed.many')}
            value={String(many())}
            options={HOW_MANY.map((n) => ({ value: String(n), text: format.count(locale(), n) }))}
            onChoose={(n) => setMany(Number(n))}
          />
        </div>
      </Show>
      <Show
        when={!isOpen(props.properties)}
        fallback={<p class="field__help">{t('share.signed.open')}</p>}
      >
        <p class="share-channel__actions">
          <button
            type="button"
            class="button"
            disabled={said() === 'busy'}
            onClick={() => void make()}
          >
            {t('share.signed.make')}
          </button>
        </p>
      </Show>
      <Show when={said() === 'failed'}>
        <p class="field__error" role="alert">
          {t('share.signed.failed')}
        </p>
      </Show>
      <Show when={made().length > 0}>
        <div class="code-snippet" role="status">
          <textarea
            class="input code-snippet__list"
            dir="ltr"
            readonly
            rows="3"
            aria-label={t('share.signed.title')}
            value={made().join('\n')}
          />
          <CopyButton text={made().join('\n')} about={t('share.signed.title')} />
        </div>
      </Show>
    </ShareChannel>
  )
}
