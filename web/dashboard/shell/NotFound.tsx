import { A } from '@solidjs/router'
import { t } from '../base/i18n.ts'
import { Title } from '../ui/Title.tsx'

export default function NotFound() {
  return (
    <div class="page-state">
      <Title>{t('error.notFound')}</Title>
      <p>{t('error.missing')}</p>
      <A class="button" href="/">
        {t('error.home')}
      </A>
    </div>
  )
}
