import { InvalidInput } from '../../surveys/errors.ts'
import { SHORTEST_PASSWORD } from '../../surveys/limits.ts'

/** What someone who guesses a person's password knows of them. */
export type Known = { email: string; name: string; company: string }

/** Fewer different characters than this are a pattern, such as `ababababab`. */
const FEWEST_CHARACTERS = 4
/** Shorter words occur in any password. */
const SHORTEST_WORD = 3
/** What has to be left of a password without such words and without digits. */
const SHORTEST_REST = 4

/**
 * Refuses a password that is guessed first: a common one, or one made of the person's own name or
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
      ? 'must not be made of your name, e-mail address or company'
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

/** The 50,000 commonest passwords of known leaks, as far as they are long enough. */
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
