import type { Random } from './random.ts'
import { VOICES } from './voices.ts'

export type ExampleCustomer = { language: string; woman: boolean; name: string; email: string }

const COMES_BACK = 0.55

/** Returns a function that picks the next respondent: someone new, or a returning one. */
export function customers(random: Random): (language: string) => ExampleCustomer {
  const known: Record<string, ExampleCustomer[]> = {}
  let count = 0
  return (language) => {
    const others = (known[language] ??= [])
    if (others.length && random.chance(COMES_BACK)) return random.pick(others)
    const made = make(language, ++count, random)
    others.push(made)
    return made
  }
}

function make(language: string, number: number, random: Random): ExampleCustomer {
  const { women, men, surnames } = VOICES[language]!
  const woman = random.chance(0.5)
  const first = random.pick(woman ? women : men)
  const forms = random.pick(surnames).split('|')
  const last = (woman && forms[1]) || forms[0]!
  return { language, woman, name: `${first} ${last}`, email: addressOf(first, last, number) }
}

/** Numbers addresses, so that namesakes have different ones; nobody owns example.com. */
function addressOf(first: string, last: string, number: number): string {
  const plain = `${first}.${last}`
    .normalize('NFKD')
    .replace(/[łŁ]/g, 'l')
    .replace(/ß/g, 'ss')
    .replace(/ı/g, 'i')
    .replace(/[^a-zA-Z.]/g, '')
    .toLowerCase()
  return `${plain.length > 1 ? plain : 'customer'}.${number}@example.com`
}
