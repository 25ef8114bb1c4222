import { cs } from './cs.ts'
import { de } from './de.ts'
import { en } from './en.ts'
import { he } from './he.ts'
import { pl } from './pl.ts'
import { sk } from './sk.ts'
import type { Voice } from './voice.ts'

export const VOICES: Record<string, Voice> = { en, cs, sk, pl, de, he }
