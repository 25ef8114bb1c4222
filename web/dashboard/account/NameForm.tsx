import { createSignal, Show, untrack } from 'solid-js'
import { ApiError } from '../base/client.ts'
import { t } from '../base/i18n.ts'
import { useSession } from '../base/session.ts'
import { LONGEST_SHORT_NAME } from '../../../surveys/limits.ts'
import { TextField } from '../ui/TextField.tsx'
import { rename } from './api.ts'

export function NameForm() {
  const session = useSession()
  const [name, setName] = createSignal(untrack(() => session.me.name))
  const [state, setState] = createSignal<'saving' | 'saved' | 'empty' | 'failed' | null>(null)

  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    setState('saving')
    try {
      await rename(name())
      await session.refresh()
      setState('saved')
    } catch (error) {
      setState(error instanceof ApiError && error.fields['name'] ? 'empty' : 'failed')
    }
  }

  return (
    <form class="form" novalidate onSubmit={(event) => void submit(event)}>
      <TextField
        label={t('ownAccount.name')}
        autocomplete="name"
        maxLength={LONGEST_SHORT_NAME}
        help={t('ownAccount.nameHelp')}
        error={state() === 'empty' ? t('ownAccount.needName') : undefined}
        value={name()}
        onInput={(text) => {
          setName(text)
          setState(null)
        }}
      />
      <div role="status">
        <Show when={state() === 'saved'}>
          <p class="quiet">{t('ownAccount.saved')}</p>
        </Show>
        <Show when={state() === 'failed'}>
          <p class="field__error">{t('notChanged')}</p>
        </Show>
      </div>
      <button type="submit" class="button" disabled={state() === 'saving'}>
        {t('ownAccount.saveName')}
      </button>
    </form>
  )
}
