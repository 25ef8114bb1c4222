import { createHash } from 'node:crypto'
import type { SurveyDefinition } from '../../surveys/definition.ts'
import { askPage } from '../../web/respondent/page.ts'
import { packed } from './packing.ts'

/** What a page may weigh as it travels, in bytes: it comes up at once on an old phone on a train. */
export const MOST_PAGE_BYTES = 8 * 1024

/** What a logo may add in any case, however much there is to ask. */
const LEAST_ROOM = 450

/** The heaviest page is looked for among so many languages, those with the most words. */
const MOST_LANGUAGES = 6

/**
 * What a survey's page weighs in bytes, gzipped, in the language in which it weighs most; what of that
 * is its logo, and what a logo may add.
 */
export type PageWeight = { bytes: number; language: string; logo: number; room: number }

/** Weighs a page as it is at its heaviest: in a frame, and opened by a link that says much. */
export function weightOf(definition: SurveyDefinition, company: string): PageWeight {
  const { logo, ...look } = definition.look ?? {}
  const whole = heaviest(definition, company)
  const bare = logo ? heaviest({ ...definition, look }, company) : whole
  return {
    ...whole,
    logo: whole.bytes - bare.bytes,
    room: Math.max(LEAST_ROOM, MOST_PAGE_BYTES - bare.bytes),
  }
}

function heaviest(definition: SurveyDefinition, company: string) {
  const words = (language: string) => wordBytes(definition, language)
  const languages = definition.languages
    .toSorted((one, other) => words(other) - words(one))
    .slice(0, MOST_LANGUAGES)
  return languages
    .map((language) => ({
      language,
      bytes: packed(pageIn(definition, language, company)).length,
    }))
    .reduce((most, each) => (each.bytes > most.bytes ? each : most))
}

/** What the words of one language take, in bytes before they are packed. */
function wordBytes({ questions, thanks, links = [] }: SurveyDefinition, language: string): number {
  const texts = [...questions.map(({ text }) => text), thanks, ...links.map(({ text }) => text)]
  return Buffer.byteLength(JSON.stringify(texts.map((text) => text[language])))
}

function pageIn(definition: SurveyDefinition, language: string, company: string) {
  return askPage({
    definition,
    language,
    company,
    version: 1,
    token: TOKEN,
    response: '019ab2f0-4c7d-7b1e-9d2c-1f6a5b3c8d9e',
    revision: 1,
    answers: {},
    addressStart: '?channel=email&agent=anna&lang=',
    via: 'widget',
  })
}

/** As long as one that carries a customer and a few properties, and packed as badly. */
const TOKEN = createHash('shake256', { outputLength: 290 }).digest('base64url')
