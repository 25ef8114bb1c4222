import { isMetric } from '../../../../surveys/scoring/metrics.ts'
import type { QuestionKind } from '../../../../surveys/definition.ts'
import { ALL_TEMPLATES, TEMPLATES } from '../../../../surveys/templates/index.ts'

/** A new question's texts: a template's if there are any, otherwise empty ones in the first language. */
export function startingTexts(
  kind: QuestionKind,
  languages: readonly string[],
): Record<string, object> {
  const known: Record<string, object> = isMetric(kind)
    ? TEMPLATES[kind].definition.questions[0]!.text
    : kind === 'contact'
      ? CONTACT
      : {}
  const [first] = languages
  return Object.fromEntries(
    languages.flatMap((language): [string, object][] => {
      const text = known[language]
      if (text) return [[language, text]]
      return language === first ? [[language, emptyTexts(kind)]] : []
    }),
  )
}

/** The template texts for a kind of question. */
export function readyTexts(kind: QuestionKind): Record<string, object>[] {
  const inTemplates = Object.values(ALL_TEMPLATES).flatMap(({ definition }) => definition.questions)
  const texts = inTemplates.filter((question) => question.kind === kind).map(({ text }) => text)
  return kind === 'contact' ? [...texts, CONTACT] : texts
}

const CONTACT: Record<string, { ask: string }> = {
  en: { ask: 'May we write to you about this? Then leave us your e-mail address.' },
  cs: { ask: 'Můžeme vám k tomu napsat? Pak nám nechte svůj e-mail.' },
  sk: { ask: 'Môžeme vám k tomu napísať? Potom nám nechajte svoj e-mail.' },
  pl: { ask: 'Czy możemy do Państwa w tej sprawie napisać? Jeśli tak, prosimy o adres e-mail.' },
  de: { ask: 'Dürfen wir Ihnen dazu schreiben? Dann lassen Sie uns Ihre E-Mail-Adresse da.' },
  he: { ask: 'אפשר לכתוב לכם בעניין הזה? אם כן, השאירו לנו כתובת דוא״ל.' },
}

function emptyTexts(kind: QuestionKind): object {
  if (isMetric(kind) || kind === 'scale') return { ask: '', low: '', high: '' }
  if (kind === 'choice' || kind === 'choices')
    return { ask: '', options: { option_1: '', option_2: '' } }
  return { ask: '' }
}
