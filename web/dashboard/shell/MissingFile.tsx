import { t } from '../base/i18n.ts'

/** Stands in for a page whose files are gone, as after an upgrade. */
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
