import { createHash } from 'node:crypto'
import type { SurveyDefinition } from '../../surveys/definition.ts'
import { askPage } from '../../web/respondent/page.ts'
import { packed } from './packing.ts'

/** The largest page in transit, in bytes, so that it opens quickly on an old phone on a train. */
export const MOST_PAGE_BYTES = 8 * 1024

/** The logo's guaranteed share in bytes, however much text there is. */
const LEAST_ROOM = 450

/** How many languages to weigh: those with the most text. */
const MOST_LANGUAGES = 6

/**
 * The size of a survey's page in its heaviest language, gzipped, the logo's share of it, and the logo's
 * limit; all in bytes.
 */
export type PageWeight = { bytes: number; language: string; logo: number; room: number }

/** Weighs a page at its heaviest: in a frame, opened by a link with much data. */
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

/** Returns the size of one language's texts in bytes, uncompressed. */
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

/** A stand-in that is as long and incompressible as a token with a customer and a few properties. */
const TOKEN = createHash('shake256', { outputLength: 290 }).digest('base64url')
