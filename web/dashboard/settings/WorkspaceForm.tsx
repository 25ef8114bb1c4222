import { createSignal, Show, untrack } from 'solid-js'
import { ApiError } from '../base/client.ts'
import { changeWorkspace } from './api.ts'
import * as format from '../base/format.ts'
import { locale, t } from '../base/i18n.ts'
import { useSession } from '../base/session.ts'
import { timeZones } from './timeZones.ts'
import { Choice } from '../ui/Choice.tsx'
import { TextField } from '../ui/TextField.tsx'
import { LONGEST_SHORT_NAME } from '../../../surveys/limits.ts'

/** The company's name, and the time zone of its scores. */
export default function WorkspaceForm() {
  const session = useSession()
  const before = () => session.workspace
  const [name, setName] = createSignal(untrack(() => before().name))
  const [zone, setZone] = createSignal(untrack(() => before().timeZone))
  const [state, setState] = createSignal<'saving' | 'saved' | 'failed' | null>(null)
  const [wrong, setWrong] = createSignal<Record<string, string>>({})
  const changesZone = () => zone() !== before().timeZone
  const zones = timeZones(untrack(zone))

  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    if (state() === 'saving') return
    setState('saving')
    setWrong({})
    try {
      const saved = await changeWorkspace({ name: name(), timeZone: zone() })
      await session.refresh()
      setName(saved.name)
      setState('saved')
    } catch (error) {
      const fields = error instanceof ApiError ? error.fields : {}
      setWrong(fields)
      setState(Object.keys(fields).length ? null : 'failed')
    }
  }
  const change = (set: () => void) => {
    set()
    setState(null)
  }

  return (
    <form class="form" novalidate onSubmit={(event) => void submit(event)}>
      <TextField
        label={t('settings.name')}
        help={t('settings.nameHelp')}
        autocomplete="organization"
        maxLength={LONGEST_SHORT_NAME}
        value={name()}
        error={wrong()['name'] ? t('settings.needName') : undefined}
        onInput={(text) => change(() => setName(text))}
      />
      <div class="field">
        <Choice
          label={t('settings.zone')}
          value={zone()}
          options={[]}
          groups={zones.map(({ region, names }) => ({
            label: region === null ? t('settings.common') : region,
            options: names.map((value) => ({ value, text: value.replaceAll('_', ' ') })),
          }))}
          onChoose={(chosen) => change(() => setZone(chosen))}
        />
        <Show
          when={wrong()['timeZone']}
          fallback={
            <p class="field__help">
              {t('settings.zoneHelp', { now: format.instant(locale(), zone(), Date.now()) })}
            </p>
          }
        >
          <p class="field__error" role="alert">
            {t('settings.needZone')}
          </p>
        </Show>
      </div>
      <div role="status">
        <Show when={changesZone()}>
          <p class="field__help">{t('settings.recount')}</p>
        </Show>
        <Show when={state() === 'saving' && changesZone()}>
          <progress class="progress-bar" aria-label={t('settings.counting')} />
          <p class="quiet">{t('settings.counting')}</p>
        </Show>
        <Show when={state() === 'saved'}>
          <p class="quiet">{t('settings.saved')}</p>
        </Show>
        <Show when={state() === 'failed'}>
          <p class="field__error">{t('settings.failed')}</p>
        </Show>
      </div>
      <button type="submit" class="button" data-kind="primary" disabled={state() === 'saving'}>
        {t('settings.save')}
      </button>
    </form>
  )
}
