import { t } from '../base/i18n.ts'

/** Shown when a page's files no longer exist, as after an upgrade. */
export function MissingFile() {
  return (
    <main class="centered-page">
      <div class="page-state" role="alert">
        <h1 class="page-state__title">{t('error.title')}</h1>
        <p>{t('error.updated')}</p>
        <button type="button" class="button" onClick={() => location.reload()}>
          {t('error.reload')}
        </button>
      </div>
    </main>
  )
}
