import { eq, sql } from 'drizzle-orm'
import { NotFound } from '../../surveys/errors.ts'
import type { ContactChannel } from '../../surveys/followUps.ts'
import { followUp } from '../schema/index.ts'
import type { Db } from '../statements.ts'
import { event, type Doing } from './changes.ts'

/** A contact outside of Ohlas. `at` is when, in milliseconds UTC; `text`, what was said. */
export type LoggedContact = { channel: ContactChannel; at: number; text: string | null }

/**
 * Adds a contact to a follow-up's history. It counts as the first reply, unless an earlier one is
 * known.
 * @throws NotFound
 */
export async function logContact(
  db: Db,
  id: string,
  { channel, at, text }: LoggedContact,
  doing: Doing,
): Promise<void> {
  const [updated] = await db.atomically((orm) => [
    orm
      .update(followUp)
      .set({
        updatedAt: doing.now,
        state: sql`case when ${followUp.state} = 'new' then 'contacted' else ${followUp.state} end`,
        contactedAt: sql`case when ${followUp.contactedAt} < ${at} then ${followUp.contactedAt} else ${at} end`,
      })
      .where(eq(followUp.id, id))
      .returning({ id: followUp.id }),
    event(orm, { kind: 'contact', text, detail: channel, at }, eq(followUp.id, id), doing),
  ])
  if (!updated!.length) throw new NotFound('follow-up')
}
