import IconDownload from '~icons/lucide/download'
import type { Query } from '../base/client.ts'
import { base } from '../base/path.ts'
import { t } from '../base/i18n.ts'

/** A plain link, so that the file is exactly what the filter on screen shows. */
export function ExportLink(props: { path: string; query: Query }) {
  return (
    <a class="button" href={`${base}${props.path}?${new URLSearchParams(props.query)}`} download="">
      <IconDownload aria-hidden="true" />
      <span>{t('responses.export')}</span>
    </a>
  )
}
