import { t } from '../../base/i18n.ts'

/** Says below a search that it may miss older answers, while they are being indexed. */
export function IndexingNotice(props: { on: boolean | undefined }) {
  return (
    <p class="quiet" role="status" hidden={!props.on}>
      {props.on && t('responses.indexing')}
    </p>
  )
}
