import { createMemo, For, Show } from 'solid-js'
import { checklist } from '../../../../surveys/checklist.ts'
import { adviceInWords, linesOf, placeInWords, type AdviceLine } from '../model/adviceWords.ts'
import { goTo } from '../model/address.ts'
import { useEditor } from '../model/editor.ts'
import { t } from '../../base/i18n.ts'
import './checklist.css'

/** What has to be done before publishing, and suggestions; each line leads to its field. */
export function Checklist() {
  const editor = useEditor()
  const lines = createMemo(() => linesOf(checklist(editor.draft())))
  const of = (level: AdviceLine['level']) => lines().filter((line) => line.level === level)
  const jump = ({ where, params }: AdviceLine) => {
    const { language } = params
    goTo(editor, where, typeof language === 'string' ? language : undefined)
  }

  return (
    <For each={['must', 'should'] as const}>
      {(level) => (
        <Show when={of(level).length > 0}>
          <section class="publishing-checklist" data-level={level}>
            <h2 class="subtitle">{t(`publishing.${level}s`)}</h2>
            <ul>
              <For each={of(level)}>
                {(line) => (
                  <li>
                    <button
                      type="button"
                      class="publishing-checklist__line"
                      onClick={() => jump(line)}
                    >
                      <strong>{placeInWords(line)}</strong>
                      <span>{adviceInWords(line)}</span>
                    </button>
                  </li>
                )}
              </For>
            </ul>
          </section>
        </Show>
      )}
    </For>
  )
}
