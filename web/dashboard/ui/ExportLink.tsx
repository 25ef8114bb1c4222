import IconDownload from '~icons/lucide/download'
import IconWorkbook from '~icons/lucide/sheet'
import type { Query } from '../base/client.ts'
import { base } from '../base/path.ts'
import { direction, t } from '../base/i18n.ts'

/** A link to an export of exactly what the filter shows. */
export function ExportLink(props: { path: string; query: Query }) {
  return (
    <a class="button" href={`${base}${props.path}?${new URLSearchParams(props.query)}`} download="">
      <IconDownload aria-hidden="true" />
      <span>{t('export')}</span>
    </a>
  )
}

/** Links to an export as CSV and as an Excel workbook, which runs in the direction of the language. */
export function ExportLinks(props: { path: string; query: Query }) {
  const workbook = () =>
    `${base}${props.path}.xlsx?${new URLSearchParams({ ...props.query, direction: direction() })}`
  return (
    <>
      <ExportLink path={`${props.path}.csv`} query={props.query} />
      <a class="button" href={workbook()} download="">
        <IconWorkbook aria-hidden="true" />
        <span>{t('exportWorkbook')}</span>
      </a>
    </>
  )
}
