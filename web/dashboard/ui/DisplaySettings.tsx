import { languageName } from '../base/format.ts'
import { chooseLanguage, language, LANGUAGES, t, type Language } from '../base/i18n.ts'
import { chooseTheme, theme, THEMES, type Theme } from '../base/theme.ts'
import { Choice } from './Choice.tsx'

/** Language and theme, stored on this device. */
export function DisplaySettings() {
  return (
    <>
      <Choice
        label={t('account.language')}
        value={language()}
        options={LANGUAGES.map((code) => ({ value: code, text: languageName(code, code) }))}
        onChoose={(code) => void chooseLanguage(code as Language)}
      />
      <Choice
        label={t('account.theme')}
        value={theme()}
        options={THEMES.map((name) => ({ value: name, text: t(`account.themes.${name}`) }))}
        onChoose={(name) => chooseTheme(name as Theme)}
      />
    </>
  )
}
