import { createSignal, For, Show } from 'solid-js'
import { createStore } from 'solid-js/store'
import { dayOf, isoOf } from '../../../surveys/days.ts'
import { KEY_SCOPES, type KeyScope } from '../../../surveys/keyScopes.ts'
import { LONGEST_SHORT_NAME } from '../../../surveys/limits.ts'
import { ApiError } from '../base/client.ts'
import * as format from '../base/format.ts'
import { plural, t } from '../base/i18n.ts'
import { useSession } from '../base/session.ts'
import { Check } from '../ui/Check.tsx'
import { Choice } from '../ui/Choice.tsx'
import { CopyButton } from '../ui/CopyButton.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { TextField } from '../ui/TextField.tsx'
import { createKey, type CreatedKey } from './api.ts'
import { lastDayOf } from './lastDay.ts'

const LIVES = [30, 90, 365]

/** Creates a key and shows it, once. */
export function CreateKeyDialog(props: { onCreated: () => void; onClose: () => void }) {
  const session = useSession()
  const [form, setForm] = createStore({
    name: '',
    scopes: ['read'] as KeyScope[],
    life: '90',
    date: '',
  })
  const [wrong, setWrong] = createSignal<Record<string, string>>({})
  const [failed, setFailed] = createSignal(false)
  const [busy, setBusy] = createSignal(false)
  const [made, setMade] = createSignal<CreatedKey | null>(null)
  const today = () => isoOf(dayOf(Date.now(), session.workspace.timeZone))
  const isAdmin = () => form.scopes.includes('admin')
  const lastDay = () => {
    if (form.life === 'none') return null
    return form.life === 'date' ? form.date : format.daysBefore(today(), -Number(form.life))
  }

  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    setBusy(true)
    setFailed(false)
    setWrong({})
    try {
      const { name } = form
      const scopes: KeyScope[] = isAdmin() ? ['admin'] : form.scopes
      setMade(await createKey({ name, scopes, lastDay: lastDay() }))
      props.onCreated()
    } catch (error) {
      const fields = error instanceof ApiError ? error.fields : {}
      setWrong(fields)
      setFailed(Object.keys(fields).length === 0)
    }
    setBusy(false)
  }

  return (
    <Dialog title={t('apiKeys.create')} onClose={props.onClose}>
      <Show
        when={made()}
        fallback={
          <form class="form" novalidate onSubmit={(event) => void submit(event)}>
            <TextField
              label={t('apiKeys.name')}
              help={t('apiKeys.nameHelp')}
              autofocus
              maxLength={LONGEST_SHORT_NAME}
              value={form.name}
              error={wrong()['name'] ? t('apiKeys.needName') : undefined}
              onInput={(name) => setForm('name', name)}
            />
            <fieldset class="field">
              <legend class="field__label">{t('apiKeys.may')}</legend>
              <For each={KEY_SCOPES}>
                {(scope) => (
                  <Check
                    label={t(`apiKeys.scopes.${scope}`)}
                    help={t(`apiKeys.scopeHelp.${scope}`)}
                    on={isAdmin() || form.scopes.includes(scope)}
                    disabled={isAdmin() && scope !== 'admin'}
                    onSwitch={(on) =>
                      setForm('scopes', (scopes) =>
                        on ? [...scopes, scope] : scopes.filter((each) => each !== scope),
                      )
                    }
                  />
                )}
              </For>
              <Show when={wrong()['scopes']}>
                <p class="field__error" role="alert">
                  {t('apiKeys.needScope')}
                </p>
              </Show>
            </fieldset>
            <Choice
              label={t('apiKeys.expiry')}
              value={form.life}
              options={[
                ...LIVES.map((days) => ({
                  value: String(days),
                  text: plural('apiKeys.days', days),
                })),
                { value: 'date', text: t('apiKeys.onDate') },
                { value: 'none', text: t('apiKeys.noEnd') },
              ]}
              onChoose={(life) => setForm('life', life)}
            />
            <Show when={form.life === 'date'}>
              <label class="field">
                <span class="field__label">{t('apiKeys.lastDay')}</span>
                <input
                  type="date"
                  class="input"
                  min={today()}
                  value={form.date}
                  aria-invalid={wrong()['lastDay'] ? 'true' : undefined}
                  onChange={(event) => setForm('date', event.currentTarget.value)}
                />
              </label>
              <Show when={wrong()['lastDay']}>
                <p class="field__error" role="alert">
                  {t('apiKeys.needDay')}
                </p>
              </Show>
            </Show>
            <Show when={failed()}>
              <p class="field__error" role="alert">
                {t('notChanged')}
              </p>
            </Show>
            <button type="submit" class="button" data-kind="primary" disabled={busy()}>
              {t('apiKeys.submit')}
            </button>
          </form>
        }
      >
        {(key) => (
          <div class="api-keys__part" role="status">
            <code class="code-block" dir="ltr">
              {key().key}
            </code>
            <p class="field__help">
              {t('apiKeys.once')}{' '}
              <Show when={key().expiresAt}>
                {(end) => t('apiKeys.until', { date: lastDayOf(end(), session.workspace) })}
              </Show>
            </p>
            <CopyButton text={key().key} label={t('apiKeys.copy')} />
          </div>
        )}
      </Show>
    </Dialog>
  )
}
