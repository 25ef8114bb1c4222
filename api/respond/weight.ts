import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { SurveyDefinition } from '../../surveys/survey.ts'
import { askPage } from '../../web/respondent/page.ts'

/** What a page may weigh as it travels, in bytes: it comes up at once on an old phone on a train. */
export const MOST_PAGE_BYTES = 8 * 1024

/** What a logo may add in any case, however much there is to ask. */
const LEAST_ROOM = 500

/**
 * What a survey's page weighs in bytes, gzipped, in the language in which it weighs most; what of that
 * is its logo, and what a logo may add.
 */
export type PageWeight = { bytes: number; language: string; logo: number; room: number }

/** Weighs a page as it is at its heaviest: in a frame, and opened by a link that says much. */
export async function weigh(definition: SurveyDefinition, company: string): Promise<PageWeight> {
  const { logo, ...look } = definition.look ?? {}
  const whole = await heaviest(definition, company)
  const bare = logo ? await heaviest({ ...definition, look }, company) : whole
  return {
    ...whole,
    logo: whole.bytes - bare.bytes,
    room: Math.max(LEAST_ROOM, MOST_PAGE_BYTES - bare.bytes),
  }
}

async function heaviest(definition: SurveyDefinition, company: string) {
  const pages = definition.languages.map(async (language) => ({
    language,
    bytes: (await packed(pageIn(definition, language, company))).length,
  }))
  return (await Promise.all(pages)).reduce((a, b) => (b.bytes > a.bytes ? b : a))
}

const packed = promisify<Uint8Array, Buffer>(gzip)

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
