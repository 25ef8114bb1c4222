import { moment } from './moment.ts'

/** After the first weeks with a product: effort. */
export const onboarding = moment('onboarding', {
  group: 'product',
  metric: 'ces',
  name: {
    en: 'After onboarding',
    cs: 'Po prvních krocích',
    sk: 'Po prvých krokoch',
    pl: 'Po wdrożeniu',
    de: 'Nach dem Einstieg',
    he: 'אחרי תחילת השימוש',
  },
  description: {
    en: 'Was it easy to get started? Send it a week or two after they sign up.',
    cs: 'Začínalo se jim snadno? Pošlete týden či dva po registraci.',
    sk: 'Začínalo sa im ľahko? Pošlite týždeň či dva po registrácii.',
    pl: 'Czy łatwo było zacząć? Do wysłania tydzień lub dwa po rejestracji.',
    de: 'War der Einstieg leicht? Zum Versand ein bis zwei Wochen nach der Anmeldung.',
    he: 'האם היה קל להתחיל? לשליחה שבוע או שבועיים אחרי ההרשמה.',
  },
  ask: {
    en: '{company} made it easy for me to get started.',
    cs: 'Společnost {company} mi usnadnila začátky.',
    sk: 'Spoločnosť {company} mi uľahčila začiatky.',
    pl: 'Firma {company} ułatwiła mi pierwsze kroki.',
    de: '{company} hat mir den Einstieg leicht gemacht.',
    he: 'היה לי קל להתחיל עם {company}.',
  },
})
