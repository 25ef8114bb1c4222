import { isDeepStrictEqual } from 'node:util'
import { and, asc, desc, eq, sql } from 'drizzle-orm'
import { filledIn, finished } from '../../surveys/drafts.ts'
import { Conflict, NotFound } from '../../surveys/errors.ts'
import type { Metric } from '../../surveys/scoring/metrics.ts'
import {
  scoredQuestions,
  type SurveyDefinition,
  type SurveyDraft,
} from '../../surveys/definition.ts'
import { newSurveyId } from '../ids.ts'
import { insertFrom } from '../insertFrom.ts'
import type { Db } from '../statements.ts'
import { survey, surveyVersion, type SurveyState } from '../schema/index.ts'

export type Survey = typeof survey.$inferSelect

/** A published survey. */
export type LiveSurvey = {
  id: string
  slug: string
  state: SurveyState
  /** When it stopped taking answers; null while it takes them. */
  closedAt: number | null
  version: number
  definition: SurveyDefinition
}

export async function listSurveys(db: Db): Promise<Survey[]> {
  return db.orm.select().from(survey).orderBy(desc(survey.createdAt), asc(survey.id))
}

/** @throws NotFound */
export async function readSurvey(db: Db, id: string): Promise<Survey> {
  const [row] = await db.orm.select().from(survey).where(eq(survey.id, id))
  if (!row) throw new NotFound('survey')
  return row
}

/**
 * Reads a published survey by slug.
 * @throws NotFound for an unknown slug, or a survey that was never published
 */
export async function readLiveSurvey(db: Db, slug: string): Promise<LiveSurvey> {
  const recent = cacheOf(db).get(slug)
  return recent && performance.now() < recent.until ? recent.survey : fetchLiveSurvey(db, slug)
}

async function fetchLiveSurvey(db: Db, slug: string): Promise<LiveSurvey> {
  const cache = cacheOf(db)
  const [row] = await db.orm
    .select({
      id: survey.id,
      slug: survey.slug,
      state: survey.state,
      closedAt: survey.closedAt,
      version: survey.version,
    })
    .from(survey)
    .where(eq(survey.slug, slug))
  if (!row || row.version === null) throw new NotFound('survey')
  const definition = await readDefinition(db, row.id, row.version)
  const live = { ...row, version: row.version, definition }
  if (cache.size > 1_000) cache.clear()
  cache.set(slug, { survey: live, until: performance.now() + CACHED_FOR })
  return live
}

// Cached, since every page and every answer needs it. Changes by this process invalidate it at once;
// those of another, such as an import, show within a second.
const CACHED_FOR = 1_000
const caches = new WeakMap<Db, Map<string, { survey: LiveSurvey; until: number }>>()

function cacheOf(db: Db) {
  let cache = caches.get(db)
  if (!cache) caches.set(db, (cache = new Map()))
  return cache
}

/** The version number of the draft. */
export const DRAFT = 0

/**
 * Reads the draft of the survey with a slug as if it were published now.
 * @throws NotFound
 * @throws InvalidInput naming what is unfinished
 */
export async function readDraftAsSurvey(db: Db, slug: string): Promise<LiveSurvey> {
  const [row] = await db.orm.select().from(survey).where(eq(survey.slug, slug))
  if (!row) throw new NotFound('survey')
  const { id, state, closedAt, draft } = row
  return { id, slug, state, closedAt, version: DRAFT, definition: finished(draft) }
}

/** Invalidates the cache; call it after changing or deleting surveys. */
export function forgetLiveSurveys(db: Db): void {
  cacheOf(db).clear()
}

const definitions = new WeakMap<Db, Map<string, SurveyDefinition>>()

/**
 * Reads a version's definition, which is cached since it never changes; for `DRAFT`, the current draft.
 * @throws NotFound
 */
export async function readDefinition(
  db: Db,
  surveyId: string,
  version: number,
): Promise<SurveyDefinition> {
  if (version === DRAFT) return filledIn((await readSurvey(db, surveyId)).draft)
  let cache = definitions.get(db)
  if (!cache) definitions.set(db, (cache = new Map()))
  const key = `${surveyId} ${version}`
  let definition = cache.get(key)
  if (!definition) {
    const [row] = await db.orm
      .select({ definition: surveyVersion.definition })
      .from(surveyVersion)
      .where(and(eq(surveyVersion.surveyId, surveyId), eq(surveyVersion.version, version)))
    if (!row) throw new NotFound('survey version')
    definition = row.definition
    if (cache.size > 1_000) cache.clear()
    cache.set(key, definition)
  }
  return definition
}

/** Reads the live definition; before the first publication the draft, with blanks for missing texts. */
export async function readCurrent(db: Db, { id, version, draft }: Survey): Promise<SurveyDraft> {
  return version === null ? filledIn(draft) : readDefinition(db, id, version)
}

/**
 * Creates a survey as a draft.
 * @param input by: the name of the person or key
 * @throws Conflict if the slug is taken
 */
export async function createSurvey(
  db: Db,
  input: {
    name: string
    slug: string
    definition: SurveyDraft
    now: number
    by?: string
    example?: boolean
  },
): Promise<Survey> {
  const [created] = await db.orm
    .insert(survey)
    .values({
      id: newSurveyId(),
      slug: input.slug,
      name: input.name,
      state: 'draft',
      draft: input.definition,
      draftBy: input.by ?? null,
      draftAt: input.now,
      version: null,
      example: input.example ?? false,
      createdAt: input.now,
      updatedAt: input.now,
    })
    .onConflictDoNothing({ target: survey.slug })
    .returning()
  if (!created) throw new Conflict(`The address "${input.slug}" is taken.`)
  return created
}

/**
 * Publishes a survey. The draft becomes a new version unless it equals the latest one.
 * @param publishing.by the name of the person or key
 * @param publishing.revision revision of the draft that they reviewed, if given
 * @throws NotFound
 * @throws InvalidInput naming what is unfinished in the draft
 * @throws Conflict if the draft has another revision, or is saved or published concurrently
 */
export async function publishSurvey(
  db: Db,
  id: string,
  now: number,
  { by = null, revision }: { by?: string | null; revision?: number | undefined } = {},
): Promise<Survey> {
  const { draft, draftRevision, draftBy, version: latest } = await readSurvey(db, id)
  if (revision !== undefined && revision !== draftRevision)
    throw new Conflict(`${draftBy ?? 'Somebody'} has saved this survey since. Look again.`)
  const definition = finished(draft)
  const isPublished =
    latest !== null && isDeepStrictEqual(await readDefinition(db, id, latest), definition)
  const version = (latest ?? 0) + (isPublished ? 0 : 1)
  const asRead = and(
    eq(survey.id, id),
    eq(survey.draftRevision, draftRevision),
    sql`${survey.version} is not distinct from ${latest}`,
  )
  const [, published] = await db.atomically((orm) => [
    insertFrom(
      orm,
      surveyVersion,
      { surveyId: survey.id, version, definition, publishedAt: now, publishedBy: by },
      sql`from ${survey} where ${asRead}`,
    ).onConflictDoNothing(),
    orm
      .update(survey)
      .set({ state: 'live', closedAt: null, version, draft: definition, updatedAt: now })
      .where(asRead)
      .returning({ id: survey.id }),
  ])
  if (!published!.length) throw new Conflict('Somebody else was changing it just now. Look again.')
  forgetLiveSurveys(db)
  return readSurvey(db, id)
}

/**
 * Resumes a survey with its last version, whatever its draft contains.
 * @param version the last version, as the caller knows it
 * @throws NotFound
 * @throws Conflict if it is another one
 */
export async function resumeSurvey(
  db: Db,
  id: string,
  version: number,
  now: number,
): Promise<Survey> {
  const [resumed] = await db.orm
    .update(survey)
    .set({ state: 'live', closedAt: null, updatedAt: now })
    .where(and(eq(survey.id, id), eq(survey.version, version)))
    .returning()
  if (!resumed) {
    await readSurvey(db, id)
    throw new Conflict('Another version was asked last. Look again.')
  }
  forgetLiveSurveys(db)
  return resumed
}

/** Stops taking answers until resumed; a draft stays a draft. @throws NotFound */
export async function pauseSurvey(db: Db, id: string, now: number): Promise<Survey> {
  await db.orm
    .update(survey)
    .set({ state: 'paused', closedAt: now, updatedAt: now })
    .where(and(eq(survey.id, id), eq(survey.state, 'live')))
  forgetLiveSurveys(db)
  return readSurvey(db, id)
}

/** Archives a survey: it takes no answers, and its responses stay. @throws NotFound */
export async function archiveSurvey(db: Db, id: string, now: number): Promise<Survey> {
  await db.orm
    .update(survey)
    .set({
      state: 'archived',
      closedAt: sql`coalesce(${survey.closedAt}, ${now})`,
      updatedAt: now,
    })
    .where(eq(survey.id, id))
  forgetLiveSurveys(db)
  return readSurvey(db, id)
}

/** Restores an archived survey, paused or as a draft; it takes no answers yet. @throws NotFound */
export async function restoreSurvey(db: Db, id: string, now: number): Promise<Survey> {
  const isDraft = sql`${survey.version} is null`
  await db.orm
    .update(survey)
    .set({
      state: sql`case when ${isDraft} then 'draft' else 'paused' end`,
      closedAt: sql`case when ${isDraft} then null else ${survey.closedAt} end`,
      updatedAt: now,
    })
    .where(and(eq(survey.id, id), eq(survey.state, 'archived')))
  forgetLiveSurveys(db)
  return readSurvey(db, id)
}

/**
 * Reads when a question's current scale was first published, in milliseconds UTC; null if it never had
 * another. Answers on an earlier scale belong to another series.
 */
export async function scaleSince(
  db: Db,
  surveyId: string,
  question: { id: string; metric: Metric },
): Promise<number | null> {
  const versions = await db.orm
    .select({ definition: surveyVersion.definition, publishedAt: surveyVersion.publishedAt })
    .from(surveyVersion)
    .where(eq(surveyVersion.surveyId, surveyId))
    .orderBy(asc(surveyVersion.version))
  const other = versions.findLastIndex(({ definition }) =>
    scoredQuestions(definition).some(
      ({ id, metric }) => id === question.id && metric !== question.metric,
    ),
  )
  return other < 0 ? null : (versions[other + 1]?.publishedAt ?? null)
}
