import { createSignal, Show } from 'solid-js'
import { weigh } from './model/api.ts'
import { useEditor } from './model/editor.ts'
import { pictureFrom } from './model/logo.ts'
import { withLook } from './model/settings.ts'
import { t } from '../base/i18n.ts'
import { Segmented } from '../ui/Segmented.tsx'
import { Colour } from './fields/Colour.tsx'
import './appearance.css'

const CHOICES = {
  scheme: ['auto', 'light', 'dark'],
  size: ['normal', 'large'],
  corners: ['square', 'soft', 'round'],
} as const

/** The page's appearance: logo, colour, scheme, size and corners. */
export function Appearance() {
  const editor = useEditor()
  const look = () => editor.draft().look ?? {}
  const set = (change: Parameters<typeof withLook>[1], what: string | null = null) =>
    editor.change((draft) => withLook(draft, change), what)

  return (
    <section aria-label={t('editor.sections.look')}>
      <fieldset class="survey-editor__fields" disabled={!editor.mayEdit}>
        <Logo />
        <Colour
          colour={look().colour}
          scheme={look().scheme ?? 'auto'}
          onChange={(colour) => set({ colour }, 'look.colour')}
        />
        <Segmented
          label={t('editor.look.scheme')}
          value={look().scheme ?? 'auto'}
          options={CHOICES.scheme.map((value) => ({
            value,
            text: t(`editor.look.schemes.${value}`),
          }))}
          onChoose={(scheme) => set({ scheme })}
        />
        <Segmented
          label={t('editor.look.size')}
          value={look().size ?? 'normal'}
          options={CHOICES.size.map((value) => ({ value, text: t(`editor.look.sizes.${value}`) }))}
          onChoose={(size) => set({ size })}
        />
        <Segmented
          label={t('editor.look.corners')}
          value={look().corners ?? 'soft'}
          options={CHOICES.corners.map((value) => ({
            value,
            text: t(`editor.look.cornersOf.${value}`),
          }))}
          onChoose={(corners) => set({ corners })}
        />
      </fieldset>
    </section>
  )
}

function Logo() {
  const editor = useEditor()
  const [result, setResult] = createSignal<'scaled' | 'failed' | null>(null)
  const logo = () => editor.draft().look?.logo
  const set = (picture: string | undefined) =>
    editor.change((draft) => withLook(draft, { logo: picture }))
  const fits = async (address: string) => {
    const draft = withLook(editor.draft(), { logo: address })
    const { logo, room } = await weigh(editor.survey.id, draft)
    return logo <= room
  }
  const take = async (input: HTMLInputElement) => {
    const file = input.files?.[0]
    input.value = ''
    if (!file) return
    const picture = await pictureFrom(file, fits).catch(() => null)
    setResult(picture === null ? 'failed' : picture.isScaled ? 'scaled' : null)
    if (picture) set(picture.address)
  }

  return (
    <div class="field">
      <span class="field__label" id="logo-label">
        {t('editor.look.logo')}
      </span>
      <div class="logo-picker">
        <Show when={logo()}>
          {(address) => (
            <img class="logo-picker__picture" src={address()} alt={t('editor.look.logoNow')} />
          )}
        </Show>
        <label class="button logo-picker__choose">
          {t(logo() ? 'editor.look.logoOther' : 'editor.look.logoChoose')}
          <input
            type="file"
            class="visually-hidden"
            accept="image/svg+xml,image/png,image/jpeg,image/webp"
            data-field="look.logo"
            aria-describedby="logo-help"
            onChange={(event) => void take(event.currentTarget)}
          />
        </label>
        <Show when={logo()}>
          <button
            type="button"
            class="button"
            data-kind="quiet"
            onClick={() => {
              setResult(null)
              set(undefined)
            }}
          >
            {t('editor.look.logoRemove')}
          </button>
        </Show>
      </div>
      <p id="logo-help" class="field__help">
        {t('editor.look.logoHelp')}
      </p>
      <p role="status" class={result() === 'failed' ? 'field__error' : 'field__help'}>
        {result() && t(`editor.look.logoResult.${result()!}`)}
      </p>
    </div>
  )
}
