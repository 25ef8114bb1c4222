import { createSignal, createUniqueId, Show } from 'solid-js'
import { checkAccent } from '../../../../surveys/contrast.ts'
import { t, locale } from '../../base/i18n.ts'
import { useEditor } from '../model/editor.ts'
import './colour.css'

const DEFAULT_COLOUR = '#0b6a62'

/** The page's colour. A colour with too little contrast is rejected, and the nearest valid one offered. */
export function Colour(props: {
  colour: string | undefined
  scheme: 'auto' | 'light' | 'dark'
  onChange: (colour: string | undefined) => void
}) {
  const editor = useEditor()
  const id = createUniqueId()
  const [refused, setRefused] = createSignal<string | null>(null)
  const shown = () => refused() ?? props.colour ?? DEFAULT_COLOUR
  const contrast = () => checkAccent(shown(), props.scheme)
  const fails = () => contrast().failing.length > 0
  const ratio = () =>
    new Intl.NumberFormat(locale(), { maximumFractionDigits: 1 }).format(
      contrast().failing[0]?.ratio ?? 0,
    )
  const choose = (typed: string) => {
    const colour = typed.trim().toLowerCase()
    if (!/^#[0-9a-f]{6}$/.test(colour)) return
    const passes = checkAccent(colour, props.scheme).failing.length === 0
    setRefused(passes ? null : colour)
    if (passes) props.onChange(colour === DEFAULT_COLOUR ? undefined : colour)
  }

  return (
    <div class="field">
      <label class="field__label" for={id}>
        {t('editor.look.colour')}
      </label>
      <div class="colour-picker">
        <input
          type="color"
          class="colour-picker__field"
          aria-label={t('editor.look.colourPick')}
          value={shown()}
          onInput={(event) => choose(event.currentTarget.value)}
        />
        <input
          id={id}
          class="input colour-picker__code"
          dir="ltr"
          maxLength={7}
          data-field="look.colour"
          value={shown()}
          aria-invalid={fails() ? 'true' : undefined}
          aria-describedby={`${id}-help`}
          onInput={(event) => choose(event.currentTarget.value)}
        />
        <Show when={props.colour || refused()}>
          <button
            type="button"
            class="button"
            data-kind="quiet"
            onClick={() => {
              setRefused(null)
              props.onChange(undefined)
            }}
          >
            {t('editor.look.colourUsual')}
          </button>
        </Show>
      </div>
      <div id={`${id}-help`} role="status">
        <Show when={fails()} fallback={<p class="field__help">{t('editor.look.colourHelp')}</p>}>
          <p class="field__error">
            {t(refused() ? 'editor.look.colourRefused' : 'editor.look.colourFails', {
              ratio: ratio(),
            })}
          </p>
          <Show when={editor.mayEdit}>
            <button
              type="button"
              class="button colour-picker__take"
              onClick={() => choose(contrast().nearest)}
            >
              <Swatch colour={contrast().nearest} />
              {t('editor.look.colourTake', { colour: contrast().nearest })}
            </button>
          </Show>
        </Show>
      </div>
    </div>
  )
}

/** A colour sample, drawn as SVG because the content security policy forbids style attributes. */
function Swatch(props: { colour: string }) {
  return (
    <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <rect width="16" height="16" rx="4" fill={props.colour} />
    </svg>
  )
}
