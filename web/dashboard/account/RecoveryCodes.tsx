import { For } from 'solid-js'
import { download } from '../base/download.ts'
import { t } from '../base/i18n.ts'
import { CopyButton } from '../ui/CopyButton.tsx'

/** The recovery codes, shown once, to be copied or saved. */
export function RecoveryCodes(props: { codes: string[] }) {
  const text = () => `${props.codes.join('\n')}\n`
  return (
    <div class="two-factor__codes" role="status">
      <p>{t('ownAccount.codesHelp')}</p>
      <ul class="code-block" dir="ltr">
        <For each={props.codes}>
          {(code) => (
            <li>
              <code>{code}</code>
            </li>
          )}
        </For>
      </ul>
      <div class="two-factor__actions">
        <button
          type="button"
          class="button"
          onClick={() =>
            download(new Blob([text()], { type: 'text/plain' }), 'ohlas-recovery-codes.txt')
          }
        >
          {t('ownAccount.downloadCodes')}
        </button>
        <CopyButton text={text()} label={t('ownAccount.copyCodes')} />
      </div>
    </div>
  )
}
