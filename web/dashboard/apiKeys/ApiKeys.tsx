import { createSignal, For, Show } from 'solid-js'
import { t } from '../base/i18n.ts'
import { createLoad } from '../base/load.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Loaded } from '../ui/Loaded.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { apiKeys, type ApiKey } from './api.ts'
import { CreateKeyDialog } from './CreateKeyDialog.tsx'
import { KeyRow } from './KeyRow.tsx'
import { RevokeDialog } from './RevokeDialog.tsx'
import './apiKeys.css'

/** The API keys: which there are, what each may do, and whether it is used. */
export default function ApiKeys() {
  const list = createLoad(() => null, apiKeys)
  const [isCreating, setCreating] = createSignal(false)
  const [revoking, setRevoking] = createSignal<ApiKey | null>(null)
  const isOver = ({ revokedAt, expiresAt }: ApiKey) =>
    revokedAt !== null || (expiresAt !== null && expiresAt <= Date.now())

  return (
    <section class="api-keys">
      <div class="api-keys__head">
        <p class="quiet">{t('apiKeys.help')}</p>
        <button type="button" class="button" data-kind="primary" onClick={() => setCreating(true)}>
          {t('apiKeys.create')}
        </button>
      </div>
      <Loaded of={list} skeleton={<Skeleton shape="list" />}>
        {(found) => {
          const over = () => found().filter(isOver)
          const valid = () => found().filter((key) => !isOver(key))
          return (
            <>
              <Show
                when={valid().length}
                fallback={<EmptyState title={t('apiKeys.none')} help={t('apiKeys.noneHelp')} />}
              >
                <ul>
                  <For each={valid()}>
                    {(key) => <KeyRow of={key} onRevoke={() => setRevoking(key)} />}
                  </For>
                </ul>
              </Show>
              <Show when={over().length}>
                <h2 class="subtitle">{t('apiKeys.over')}</h2>
                <ul>
                  <For each={over()}>{(key) => <KeyRow of={key} />}</For>
                </ul>
              </Show>
            </>
          )
        }}
      </Loaded>
      <Show when={isCreating()}>
        <CreateKeyDialog onCreated={list.again} onClose={() => setCreating(false)} />
      </Show>
      <Show when={revoking()} keyed>
        {(key) => (
          <RevokeDialog of={key} onRevoked={list.again} onClose={() => setRevoking(null)} />
        )}
      </Show>
    </section>
  )
}
