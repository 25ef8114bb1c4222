import type { ParentProps } from 'solid-js'
import { t } from '../base/i18n.ts'

/** Explains what will appear here; the children offer the first step. */
export function EmptyState(props: ParentProps<{ title: string; help: string }>) {
  return (
    <div class="page-state">
      <h2 class="page-state__title">{props.title}</h2>
      <p>{props.help}</p>
      {props.children}
    </div>
  )
}

/** In place of a page that the user's role doesn't allow. */
export const NoAccess = () => <EmptyState title={t('error.noAccess')} help={t('error.forbidden')} />
