import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import type { SurveyDefinition } from '../../surveys/survey.ts'
import { askPage } from '../../web/respondent/page.ts'
import { packed } from './packing.ts'

/** What a page may weigh as it travels, in bytes: it comes up at once on an old phone on a train. */
export const MOST_PAGE_BYTES = 8 * 1024

/** What a logo may add in any case, however much there is to ask. */
const LEAST_ROOM = 450

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
  let most = { language: definition.languages[0]!, bytes: 0 }
  for (const language of definition.languages) {
    const bytes = packed(pageIn(definition, language, company)).length
    if (bytes > most.bytes) most = { language, bytes }
    // A page takes a few milliseconds, in which nobody else is answered.
    await setImmediate()
  }
  return most
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
