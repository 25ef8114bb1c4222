import { basename } from 'node:path'
import { COMMAND, type AuditActor } from '../../db/audit/audit.ts'
import {
  countImportedFollowUps,
  countStaged,
  discardImports,
  finishImports,
  importedHistogram,
} from '../../db/importing/imports.ts'
import { newId } from '../../db/ids.ts'
import { regroup } from '../../db/properties/regrouping.ts'
import { reservedIn } from '../../db/scoreboard/segments.ts'
import type { Survey } from '../../db/surveys/surveys.ts'
import {
  listSurveys,
  pauseSurvey,
  publishSurvey,
  readDefinition,
} from '../../db/surveys/surveys.ts'
import { finished } from '../../surveys/drafts.ts'
import { Conflict, InvalidInput } from '../../surveys/errors.ts'
import type { Column } from '../../surveys/importing/columns.ts'
import type { Letters } from '../../surveys/importing/encoding/letters.ts'
import type { Overrides } from '../../surveys/importing/mapping.ts'
import { sharedIdWatch } from '../../surveys/importing/sharedIds.ts'
import { addHistograms } from '../../surveys/scoring/histogram.ts'
import { scoreOf, type Score } from '../../surveys/scoring/score.ts'
import { mainQuestion } from '../../surveys/definition.ts'
import type { Deps } from '../base/deps.ts'
import { NO_FOLLOW_UPS, followUpsSince, type FollowUpsFrom } from './followUps.ts'
import { checkAll, type CheckedFile } from './checkAll.ts'
import type { Plan } from './rowChecks.ts'
import { beginImport } from './running.ts'
import { stageAll } from './staging.ts'
import { mapTable } from './mapTable.ts'
import { openTable } from './files/table.ts'
import type { Table } from './files/tableType.ts'

type World = Pick<Deps, 'db' | 'now' | 'workspace'>

export type ImportRequest = {
  file: string
  slug: string
  overrides: Overrides
  /** Which low answers open a follow-up; recent ones by default. */
  followUps?: FollowUpsFrom
}

/** The current step, its number of processed rows, and the total if known. */
export type Progress = (
  step: 'reading' | 'checking' | 'storing' | 'deleting',
  done: number,
  of?: number,
) => void

/** Callbacks while a preview is made. */
export type Watching = {
  progress?: Progress
  /** Called when the columns are known, before they are mapped. */
  onColumns?: (table: Table, columns: Column[]) => void
}

/** What an import would store. If there are `rejected` rows, the user has to agree to skip them. */
export type Preview = Plan &
  CheckedFile & {
    overrides: Overrides
    /** Statistics of each column. */
    columns: Column[]
    letters: Letters
    /** What the user should know before storing. */
    warnings: string[]
    /** Time from which low answers open a follow-up, in milliseconds UTC. */
    followUpsSince: number
  }

/** The result of an import. rows = stored + existing + unanswered + excluded + rejected */
export type ImportReport = {
  /** The import's id, for listing and undoing. */
  id: string
  rows: number
  stored: number
  existing: number
  unanswered: number
  excluded: number
  /** Rows that were skipped, as the user had agreed. */
  rejected: number
  /** How many follow-ups it opened, including those from the file. */
  followUps: number
  /** The score of the file's rows as stored now, new and existing. */
  score: Score
  survey: Survey
  /** Whether the survey had to be published first, and is now paused. */
  publishedNow: boolean
}

/**
 * Reads a whole file and reports what an import would store. Writes nothing except the list of rejected
 * rows.
 * @throws InvalidInput naming what has to be set or changed first; also for an unknown survey
 */
export async function previewImport(
  world: World,
  { file, slug, overrides, followUps = 'recent' }: ImportRequest,
  watching: Watching = {},
): Promise<Preview> {
  const survey = await findSurvey(world, slug)
  const definition =
    survey.version === null
      ? finished(survey.draft)
      : await readDefinition(world.db, survey.id, survey.version)
  const table = await openTable(file, overrides)
  const mappedTable = await mapTable(table, definition, overrides, watching)
  const { mapping, columns, rows, letters, warnings } = mappedTable
  const plan = { file, survey, definition, table, mapping }
  const since = followUpsSince(followUps, world.now(), world.workspace.timeZone)
  const shared = sharedIdWatch(mapping, overrides)
  const checked = await checkAll(world, plan, since, rows, watching.progress, shared)
  shared.ask()
  return { ...plan, overrides, columns, letters, warnings, followUpsSince: since, ...checked }
}

/**
 * Stores a preview, all or nothing. Existing rows stay as they are.
 * @param signal aborts the import before anything counts
 * @param skipRejected leaves out rows that can't be stored
 * @param actor who imports, for the audit log
 * @param id the import's, new by default
 * @throws Conflict if the preview has rejected rows or the file changed since; the signal's reason
 */
export async function storeImport(
  world: World,
  preview: Preview,
  {
    progress = () => {},
    signal,
    skipRejected = false,
    actor = COMMAND,
    id = newId(world.now()),
  }: {
    progress?: Progress
    signal?: AbortSignal
    skipRejected?: boolean
    actor?: AuditActor
    id?: string
  } = {},
): Promise<ImportReport> {
  if (preview.rejected.count && (preview.isCut || !skipRejected))
    throw new Conflict('The file has rows that can’t be stored; nothing was stored.')
  const { db, now } = world
  const { timeZone } = world.workspace
  const publishedNow = preview.survey.version === null
  const run = {
    id,
    surveyId: preview.survey.id,
    fileName: basename(preview.file),
    columns: preview.table.columns,
    now: now(),
  }
  const ended = await beginImport(world, run)
  const staging: Promise<void>[] = []
  try {
    const survey = publishedNow ? await publishPaused(world, preview.survey.id) : preview.survey
    const into = { survey, importId: run.id }
    const existing = await stageAll(world, preview, into, { progress, signal, staging })
    const stored = await countStaged(db, run.id)
    const rows = preview.storable + preview.repeated
    const { definition, followUpsSince } = preview
    // An Ohlas export itself states which responses have a follow-up.
    const since = preview.mapping.ownRoles ? NO_FOLLOW_UPS : followUpsSince
    const counts = { rows, staged: stored, timeZone, followUpsSince: since, now: now() }
    const by = { actor, surveyId: survey.id }
    await finishImports(db, [{ id: run.id, definition, by, ...counts }])
    // The import stays stored even if choosing its groups fails now.
    await regroup(db, survey.id, reservedIn(definition)).catch(() => {})
    const question = mainQuestion(definition)
    const histogram = addHistograms(existing, await importedHistogram(db, run.id, question.id))
    return {
      id: run.id,
      rows: preview.rows,
      stored,
      existing: rows - stored,
      unanswered: preview.unanswered,
      excluded: preview.excluded,
      rejected: preview.rejected.count,
      followUps: await countImportedFollowUps(db, run.id),
      score: scoreOf(question.kind, histogram),
      survey,
      publishedNow,
    }
  } catch (error) {
    await Promise.allSettled(staging)
    await discardImports(db, [run.id])
    throw error
  } finally {
    ended()
  }
}

async function findSurvey({ db }: World, slug: string): Promise<Survey> {
  const surveys = await listSurveys(db)
  const found = surveys.find((survey) => survey.slug === slug)
  if (found) return found
  const known = surveys.map((survey) => survey.slug).toSorted()
  throw new InvalidInput([
    {
      field: 'survey',
      message: `there is no survey "${slug}"; there is ${known.join(', ') || 'none at all yet'}`,
    },
  ])
}

async function publishPaused({ db, now }: World, surveyId: string): Promise<Survey> {
  await publishSurvey(db, surveyId, now())
  return pauseSurvey(db, surveyId, now())
}
