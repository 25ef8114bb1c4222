import { eq, sql } from 'drizzle-orm'
import type { Answers } from '../surveys/answers.ts'
import type { Db, Orm, Statement } from './open.ts'
import { mailChoice, response, type Suspicion } from './schema.ts'

/** What one opened page of a mail's links chose last; times in milliseconds UTC. */
export type StoredChoice = {
  page: string
  /** Counts the saves of its page. */
  pageRevision: number
  version: number
  linkScore: number | null
  openedAt: number
  at: number
  answeredAt: number
  complete: boolean
  suspicion: Suspicion | null
  answers: Answers
}

/** What the pages of one mail's links chose, in no order. */
export async function readChoices(db: Db, responseId: string): Promise<StoredChoice[]> {
  const { page, pageRevision, version, linkScore, openedAt, at } = mailChoice
  const { answeredAt, complete, suspicion, answers } = mailChoice
  return db.orm
    .select({
      page,
      pageRevision,
      version,
      linkScore,
      openedAt,
      at,
      answeredAt,
      complete,
      suspicion,
      answers,
    })
    .from(mailChoice)
    .innerJoin(response, eq(response.no, mailChoice.responseNo))
    .where(eq(response.id, responseId))
}

/** Keeps what a page chose in place of what it chose before, if the response has this `revision`. */
export function keepChoice(
  orm: Orm,
  { id, revision }: { id: string; revision: number },
  choice: StoredChoice,
): Statement {
  const { page, pageRevision, version, linkScore, openedAt, at } = choice
  const { answeredAt, complete, suspicion, answers } = choice
  return orm
    .insert(mailChoice)
    .select(
      sql`select no, ${page}, ${pageRevision}, ${version}, ${linkScore}, ${openedAt}, ${at}, ${answeredAt}, ${complete ? 1 : 0}, ${suspicion}, ${JSON.stringify(answers)} from ${response} where ${response.id} = ${id} and ${response.revision} = ${revision}`,
    )
    .onConflictDoUpdate({
      target: [mailChoice.responseNo, mailChoice.page],
      set: {
        pageRevision: sql`excluded.page_revision`,
        at: sql`excluded.at`,
        answeredAt: sql`excluded.answered_at`,
        complete: sql`excluded.complete`,
        suspicion: sql`excluded.suspicion`,
        answers: sql`excluded.answers`,
      },
    })
}
