import { Show } from 'solid-js'
import * as format from '../base/format.ts'
import { locale, plural, t } from '../base/i18n.ts'
import { useSession } from '../base/session.ts'
import type { Import } from './api.ts'

/** An import: its file, what it stored and where, when, and its undoing. */
export function ImportRow(props: { of: Import; onUndo: () => void }) {
  const session = useSession()
  const at = (time: number) => format.instant(locale(), session.workspace.timeZone, time)
  return (
    <li class="imports__row">
      <p class="imports__name">
        <bdi>{props.of.fileName}</bdi>
      </p>
      <p class="quiet">
        {plural('importing.by', props.of.stored, { survey: `\u2068${props.of.survey.name}\u2069` })}
      </p>
      <p class="quiet">{at(props.of.finishedAt)}</p>
      <Show
        when={props.of.undoneAt === null && !props.of.isBeingUndone}
        fallback={
          <p class="quiet" role="status">
            <Show
              when={!props.of.isBeingUndone && props.of.undoneAt}
              fallback={t('importing.undoing')}
            >
              {(time) => t('importing.undoneOn', { date: at(time()) })}
            </Show>
          </p>
        }
      >
        <button
          type="button"
          class="button"
          aria-label={t('importing.undoOf', { name: props.of.fileName })}
          onClick={() => props.onUndo()}
        >
          {t('undo')}
        </button>
      </Show>
    </li>
  )
}
