import { For, Show } from 'solid-js'
import type { Difference } from '../../../../surveys/differences.ts'
import type { SurveyDraft } from '../../../../surveys/definition.ts'
import { subjectOf, valueInWords } from '../model/differenceWords.ts'
import { t } from '../../base/i18n.ts'
import './differences.css'

/** The differences between two versions, with values before and after. */
export function Differences(props: { list: Difference[]; draft: SurveyDraft }) {
  return (
    <ul class="version-differences">
      <For each={props.list}>
        {(difference) => (
          <li>
            <bdi class="version-differences__subject">{subjectOf(props.draft, difference)}</bdi>
            <Show
              when={difference.kind !== 'moved'}
              fallback={
                <span>
                  {t('publishing.moved', {
                    before: String(difference.before),
                    after: String(difference.after),
                  })}
                </span>
              }
            >
              <Show when={difference.kind !== 'changed'}>
                <span class="badge">
                  {t(difference.kind === 'added' ? 'publishing.added' : 'publishing.removed')}
                </span>
              </Show>
              <Show when={valueInWords(difference, difference.before)}>
                {(words) => <del dir="auto">{words()}</del>}
              </Show>
              <Show when={valueInWords(difference, difference.after)}>
                {(words) => <ins dir="auto">{words()}</ins>}
              </Show>
            </Show>
          </li>
        )}
      </For>
    </ul>
  )
}
