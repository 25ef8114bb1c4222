import IconDownload from '~icons/lucide/download'
import type { Query } from '../api.ts'
import { t } from '../i18n.ts'

/** A plain link, so that the file is exactly what the filter on screen shows. */
export function ExportLink(props: { path: string; query: Query }) {
  return (
    <a class="button" href={`${props.path}?${new URLSearchParams(props.query)}`} download="">
      <IconDownload aria-hidden="true" />
      <span>{t('responses.export')}</span>
    </a>
  )
}
