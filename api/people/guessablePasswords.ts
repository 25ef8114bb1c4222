import { InvalidInput } from '../../surveys/errors.ts'
import { SHORTEST_PASSWORD } from '../../surveys/limits.ts'

/** What an attacker knows about a person when guessing their password. */
export type Known = { email: string; name: string; company: string }

/** With fewer different characters, a password is a pattern such as `ababababab`. */
const FEWEST_CHARACTERS = 4
/** Shorter words occur in too many passwords. */
const SHORTEST_WORD = 3
/** Characters that must be left of a password without such words and digits. */
const SHORTEST_REST = 4

/**
 * Rejects a password that attackers try first: a common one, or one made of the person's name or
 * address or the company's name.
 * @throws InvalidInput
 */
export async function refuseGuessable(
  password: string,
  known: Known,
  field = 'password',
): Promise<void> {
  const message = (await isCommon(password))
    ? 'is one of the most common passwords'
    : isMadeOf(password, known)
      ? 'must not be made of your name, email address or company'
      : null
  if (message) throw new InvalidInput([{ field, message }])
}

async function isCommon(password: string): Promise<boolean> {
  const text = password.toLowerCase()
  if (new Set(text).size < FEWEST_CHARACTERS) return true
  const common = await commonPasswords()
  return common.has(text) || common.has(text.replace(/[^\p{L}\p{N}]+$/u, ''))
}

let loaded: Promise<Set<string>> | undefined

/** Loads the 50,000 most common passwords of known leaks that are long enough to be accepted. */
function commonPasswords(): Promise<Set<string>> {
  return (loaded ??= import('@zxcvbn-ts/language-common').then(
    ({ dictionary }) =>
      new Set(dictionary['passwords-common'].filter(({ length }) => length >= SHORTEST_PASSWORD)),
  ))
}

function isMadeOf(password: string, { email, name, company }: Known): boolean {
  const text = lettersAndDigits(password)
  const words = [...email.split(/[@.+_-]/), ...name.split(/\s+/), ...company.split(/\s+/)]
  const wholes = [email, email.split('@')[0]!, name, company]
  const rest = [...wholes, ...words]
    .map(lettersAndDigits)
    .filter(({ length }) => length >= SHORTEST_WORD)
    .toSorted((one, other) => other.length - one.length)
    .reduce((left, word) => left.replaceAll(word, ''), text)
  return rest !== text && rest.replaceAll(/\d/g, '').length < SHORTEST_REST
}

const lettersAndDigits = (text: string) => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '')
