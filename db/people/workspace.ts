import { eq } from 'drizzle-orm'
import type { Db } from '../statements.ts'
import { workspace } from '../schema/index.ts'

export type Workspace = typeof workspace.$inferSelect

/** Reads the workspace's settings, or creates them from `defaults` in a new database. */
export async function ensureWorkspace(db: Db, defaults: Omit<Workspace, 'id'>): Promise<Workspace> {
  await db.atomically((orm) => [
    orm
      .insert(workspace)
      .values({ id: 1, ...defaults })
      .onConflictDoNothing(),
  ])
  return (await readWorkspace(db))!
}

export async function readWorkspace(db: Db): Promise<Workspace | undefined> {
  const [row] = await db.orm.select().from(workspace).where(eq(workspace.id, 1))
  return row
}

export async function renameWorkspace(db: Db, name: string): Promise<void> {
  await db.orm.update(workspace).set({ name }).where(eq(workspace.id, 1))
}
