import type { Aside } from '../../db/answers.ts'
import type { Suspicion } from '../../db/schema.ts'
import { DRAFT } from '../../db/surveys.ts'
import type { Answers } from '../../surveys/answers.ts'
import type { SurveyDefinition } from '../../surveys/survey.ts'
import type { Submission } from '../submissions.ts'
import type { ShownPage } from './saving.ts'

/** Nobody reads a question, writes words and sends them within so many milliseconds. */
const FASTEST = 1_000

/** What keeps a save from counting: signs of a robot, or that no human act came with it. */
export function asideOf(
  { claims, definition }: ShownPage,
  answers: Answers,
  { complete, confirmed, topic }: Pick<Submission, 'complete' | 'confirmed' | 'topic'>,
  now: number,
): Aside | undefined {
  if (claims.version === DRAFT) return { state: 'test' }
  const suspicion: Suspicion | undefined = claims.trapped
    ? 'hidden'
    : topic
      ? 'trap'
      : complete && now - claims.issuedAt < FASTEST && hasWords(definition, answers)
        ? 'fast'
        : undefined
  if (suspicion) return { state: 'suspected', suspicion }
  return confirmed ? undefined : { state: 'unconfirmed' }
}

function hasWords({ questions }: SurveyDefinition, answers: Answers): boolean {
  return questions.some(({ kind, id }) => kind === 'text' && answers[id] !== undefined)
}
