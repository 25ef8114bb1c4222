import { useLocation } from '@solidjs/router'
import { t } from '../base/i18n.ts'
import { refusalsInWords } from '../base/refusals.ts'

/** Explains why there is no comparison. */
export function NotCompared(props: { error: unknown }) {
  const location = useLocation()
  const reasons = () => refusalsInWords(props.error, new URLSearchParams(location.search))
  return (
    <p class="field__error" role="alert">
      {reasons().join(' ') || t('refused.comparison')}
    </p>
  )
}
