import IconDownload from '~icons/lucide/download'
import type { Query } from '../base/client.ts'
import { base } from '../base/path.ts'
import { t } from '../base/i18n.ts'

/** A link to an export of exactly what the filter shows. */
export function ExportLink(props: { path: string; query: Query }) {
  return (
    <a class="button" href={`${base}${props.path}?${new URLSearchParams(props.query)}`} download="">
      <IconDownload aria-hidden="true" />
      <span>{t('export')}</span>
    </a>
  )
}
