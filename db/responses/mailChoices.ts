import { isDeepStrictEqual } from 'node:util'
import { and, asc, between, desc, eq, inArray, isNull, ne, sql } from 'drizzle-orm'
import type { Answers, Properties } from '../../surveys/answers.ts'
import { customerIdBy, mentionOf, type Customer } from '../customers/customers.ts'
import { insertFrom } from '../insertFrom.ts'
import type { Db, Orm, Statement } from '../statements.ts'
import { mailChoice, response, type SpamReason } from '../schema/index.ts'
import { truth } from '../truth.ts'
import { DAY } from '../../surveys/durations.ts'

/** The last choice of one opened page of an email's links; times in milliseconds UTC. */
export type StoredChoice = {
  page: string
  /** Revision of the page's save. */
  pageRevision: number
  version: number
  linkScore: number | null
  openedAt: number
  at: number
  answeredAt: number
  complete: boolean
  spamReason: SpamReason | null
  answers: Answers
  /** Whether the page's link was signed. */
  signed: boolean
  isFirst: boolean
}

/** Reads the choices of all pages opened from one email's links, unordered. */
export async function readChoices(db: Db, responseId: string): Promise<StoredChoice[]> {
  const { page, pageRevision, version, linkScore, openedAt, at } = mailChoice
  const { answeredAt, complete, spamReason, answers, signed, isFirst } = mailChoice
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
      spamReason,
      answers,
      signed,
      isFirst,
    })
    .from(mailChoice)
    .innerJoin(response, eq(response.no, mailChoice.responseNo))
    .where(eq(response.id, responseId))
}

/** What identifies the email of a score link that doesn't name it. */
export type UnnamedMail = {
  surveyId: string
  customer: Customer
  customerVerified: boolean
  properties: Properties
  /** The page that the link opened, and when, in milliseconds UTC. */
  page: string
  openedAt: number
}

/** Links for one customer opened within this many milliseconds may be of one email. */
const ONE_MAIL = DAY
/** The most emails per customer to search, more than anyone gets in two days. */
const MOST_MAILS = 200

/**
 * Finds the response to the same email's other links: the customer's first within a day by a score link
 * with the same properties. A page that has a response keeps it.
 */
export async function findMailResponse(
  db: Db,
  { surveyId, customer, customerVerified, properties, page, openedAt }: UnnamedMail,
): Promise<string | undefined> {
  const mention = mentionOf(customer, { id: page, now: openedAt, source: 'link', customerVerified })
  const isIts = truth(sql`exists (select 1 from ${mailChoice} as own
    where own.response_no = ${response.no} and own.page = ${page})`)
  const rows = await db.orm
    .select({
      id: response.id,
      properties: response.properties,
      isIts,
    })
    .from(response)
    // The first page of such an email has its response's id.
    .innerJoin(
      mailChoice,
      and(eq(mailChoice.responseNo, response.no), eq(mailChoice.page, response.id)),
    )
    .where(
      and(
        eq(
          response.customerId,
          customerIdBy((name) => mention[name]),
        ),
        eq(response.surveyId, surveyId),
        eq(response.customerVerified, customerVerified),
        ne(response.state, 'erased'),
        between(mailChoice.openedAt, openedAt - ONE_MAIL, openedAt + ONE_MAIL),
      ),
    )
    .orderBy(desc(isIts), asc(mailChoice.openedAt), asc(response.no))
    .limit(MOST_MAILS)
  const same = rows.filter((row) => isDeepStrictEqual(row.properties, properties))
  return (same.find(({ isIts }) => isIts) ?? same[0])?.id
}

/**
 * Reads when the page of a response's first choice was opened, in milliseconds UTC; undefined if there
 * is none.
 */
export async function readFirstOpening(db: Db, responseId: string): Promise<number | undefined> {
  const [first] = await db.orm
    .select({ openedAt: mailChoice.openedAt })
    .from(mailChoice)
    .innerJoin(response, eq(response.no, mailChoice.responseNo))
    .where(and(eq(response.id, responseId), eq(mailChoice.isFirst, true)))
  return first?.openedAt
}

/** Replaces a page's choice, if the response has this `revision`. */
export function keepChoice(
  orm: Orm,
  { id, revision }: { id: string; revision: number },
  choice: StoredChoice,
): Statement {
  return insertFrom(
    orm,
    mailChoice,
    { responseNo: response.no, surveyId: response.surveyId, ...choice },
    sql`from ${response} where ${response.id} = ${id} and ${response.revision} = ${revision}`,
  ).onConflictDoUpdate({
    target: [mailChoice.responseNo, mailChoice.surveyId, mailChoice.page],
    set: {
      pageRevision: sql`excluded.page_revision`,
      at: sql`excluded.at`,
      answeredAt: sql`excluded.answered_at`,
      complete: sql`excluded.complete`,
      spamReason: sql`excluded.spam_reason`,
      answers: sql`excluded.answers`,
    },
  })
}

/**
 * Deletes pages' choices, if the response has this `revision`. The first choice, by which other links
 * find the response, stays as a suspected one, which never counts.
 */
export function dropChoices(
  orm: Orm,
  { id, revision }: { id: string; revision: number },
  pages: string[],
): Statement[] {
  const its = sql`(select no from ${response}
    where ${response.id} = ${id} and ${response.revision} = ${revision})`
  const those = and(sql`${mailChoice.responseNo} = ${its}`, inArray(mailChoice.page, pages))
  return [
    orm.delete(mailChoice).where(and(those, eq(mailChoice.isFirst, false))),
    orm
      .update(mailChoice)
      .set({ spamReason: 'links' })
      .where(and(those, isNull(mailChoice.spamReason))),
  ]
}
