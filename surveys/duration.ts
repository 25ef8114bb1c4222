import { askFor, isChoice, isScored } from './questions.ts'
import { BANDS, type Band } from './scoring/metrics.ts'
import type { Question, SurveyDraft } from './definition.ts'

/** Words a minute that adults read silently: Brysbaert, "How many words do we read per minute?", 2019. */
const READ = 238
/** Words a minute that people type on a phone: Palin et al., "How do people type on mobile devices?", 2019. */
const TYPED = 36
/** Seconds from decision to tap, including a choice among a few; our estimate. */
const TAP = 1.5
/** Typed words of a comment, a short text and an email address; our estimate. */
const WORDS = { comment: 8, short: 3, address: 4 }

/**
 * Estimates how long it takes to read and answer everything on a phone, in the first language, for the
 * band of the main score with the most questions.
 * @returns whole seconds
 */
export function estimatedSeconds(definition: SurveyDraft): number {
  const language = definition.languages[0]!
  const main = definition.questions.find(isScored)
  const byBand = BANDS.map((band) =>
    definition.questions
      .filter(
        ({ showIf }) =>
          !showIf?.bands || showIf.question !== main?.id || showIf.bands.includes(band),
      )
      .map((question) => secondsFor(question, band, language))
      .reduce((sum, seconds) => sum + seconds, TAP),
  )
  return Math.round(Math.max(...byBand))
}

function secondsFor(question: Question, band: Band, language: string): number {
  const text = question.text[language]
  const read = [text ? askFor(text.ask, band) : '', ...otherWords(question, language)]
  const reading = (countWords(read.join(' '), language) / READ) * 60
  if (question.kind === 'contact') return reading + typing(WORDS.address)
  if (question.kind === 'text')
    return reading + typing(question.short ? WORDS.short : WORDS.comment)
  return reading + TAP
}

const typing = (words: number) => (words / TYPED) * 60

function otherWords(question: Question, language: string): string[] {
  if (isChoice(question)) return Object.values(question.text[language]?.options ?? {})
  if (!isScored(question) && question.kind !== 'scale') return []
  const ends = question.text[language]
  return ends ? [ends.low, ends.high] : []
}

/** Counts words, also in languages that don't separate them by spaces, such as Chinese. */
function countWords(text: string, language: string): number {
  const parts = new Intl.Segmenter(language, { granularity: 'word' }).segment(text)
  return [...parts].filter(({ isWordLike }) => isWordLike).length
}
