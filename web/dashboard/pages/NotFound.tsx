import { A } from '@solidjs/router'
import { t } from '../i18n.ts'
import { Title } from '../parts/Title.tsx'

export default function NotFound() {
  return (
    <div class="state">
      <Title>{t('error.notFound')}</Title>
      <p>{t('error.missing')}</p>
      <A class="button" href="/">
        {t('error.home')}
      </A>
    </div>
  )
}
