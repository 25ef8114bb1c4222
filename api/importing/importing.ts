import { basename } from 'node:path'
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
import type { Letters } from '../../surveys/importing/encoding/letters.ts'
import type { Overrides } from '../../surveys/importing/mapping.ts'
import type { ImportedRow } from '../../surveys/importing/rows.ts'
import { sharedIdWatch } from '../../surveys/importing/sharedIds.ts'
import { addHistograms } from '../../surveys/scoring/histogram.ts'
import { scoreOf, type Score } from '../../surveys/scoring/score.ts'
import { mainQuestion } from '../../surveys/definition.ts'
import type { Deps } from '../base/deps.ts'
import {
  NO_FOLLOW_UPS,
  followUpOf,
  followUpsSince,
  type FollowUpCount,
  type FollowUpsFrom,
} from './followUps.ts'
import { beginImport } from './running.ts'
import { checkedRows, type Plan, type Rejection } from './rowChecks.ts'
import { rowList } from './rowList.ts'
import { stageAll } from './staging.ts'
import { mapTable } from './mapTable.ts'
import { openTable } from './files/table.ts'

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

/** What an import would store. It can't be stored with `rejected` rows. */
export type Preview = Plan & {
  letters: Letters
  /** What the user should know before storing. */
  warnings: string[]
  /** The first rows as they will be stored. */
  first: ImportedRow[]
  /** The file's score for the survey's main question. */
  score: Score
  /** rows = storable + repeated + unanswered + excluded + rejected */
  rows: number
  /** Rows that can be stored, including those already stored. */
  storable: number
  existing: number
  /** Rows with the same response id as an earlier row of the file. */
  repeated: number
  /** Rows with neither a score nor any other answer. */
  unanswered: number
  /** Rows that did not count in the survey they were exported from. */
  excluded: number
  rejected: Tally
  /** Existing rows that differ from what is stored, which stays. */
  changed: Tally
  /** When low answers begin to open a follow-up, in milliseconds UTC; and how many do. */
  followUpsSince: number
  followUps: FollowUpCount
}

type Tally = { count: number; first: Rejection[]; listedIn: string | null }

/** The result of an import. rows = stored + existing + unanswered + excluded */
export type ImportReport = {
  /** The import's id, for listing and undoing. */
  id: string
  rows: number
  stored: number
  existing: number
  unanswered: number
  excluded: number
  /** How many follow-ups it opened, including those from the file. */
  followUps: number
  /** The score of the file's rows as stored now, new and existing. */
  score: Score
  survey: Survey
  /** Whether the survey had to be published, and is now paused. */
  publishedNow: boolean
}

const SHOWN_ROWS = 5
const SHOWN_LINES = 20

/**
 * Reads a whole file and reports what an import would store. Writes nothing but the list of rejected
 * rows.
 * @throws InvalidInput naming what must be given or changed first; also for an unknown survey
 */
export async function previewImport(
  world: World,
  { file, slug, overrides, followUps = 'recent' }: ImportRequest,
  progress: Progress = () => {},
): Promise<Preview> {
  const survey = await findSurvey(world, slug)
  const definition =
    survey.version === null
      ? finished(survey.draft)
      : await readDefinition(world.db, survey.id, survey.version)
  const table = await openTable(file, overrides)
  const mappedTable = await mapTable(table, definition, overrides, progress)
  const { mapping, rows, letters, warnings } = mappedTable
  const plan = { file, survey, definition, table, mapping }
  const since = followUpsSince(followUps, world.now(), world.workspace.timeZone)
  const shared = sharedIdWatch(mapping, overrides)
  const checked = await checkAll(world, plan, since, rows, progress, shared)
  shared.ask()
  return { ...plan, letters, warnings, followUpsSince: since, ...checked }
}

/**
 * Stores a preview, all or nothing. Existing rows stay as they are.
 * @param signal aborts the import before anything counts
 * @throws Conflict if the preview has rejected rows or the file changed since; the signal's reason
 */
export async function storeImport(
  world: World,
  preview: Preview,
  { progress = () => {}, signal }: { progress?: Progress; signal?: AbortSignal } = {},
): Promise<ImportReport> {
  if (preview.rejected.count)
    throw new Conflict('The file has rows that can’t be stored; nothing was stored.')
  const { db, now } = world
  const { timeZone } = world.workspace
  const publishedNow = preview.survey.version === null
  const run = {
    id: newId(now()),
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
    // An Ohlas export says itself which responses have a follow-up.
    const since = preview.mapping.ownRoles ? NO_FOLLOW_UPS : followUpsSince
    const counts = { rows, staged: stored, timeZone, followUpsSince: since, now: now() }
    await finishImports(db, [{ id: run.id, definition, ...counts }])
    // The import stays stored even if its properties find no places now.
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

async function checkAll(
  world: World,
  plan: Plan,
  since: number,
  of: number,
  progress: Progress,
  shared: ReturnType<typeof sharedIdWatch>,
) {
  const question = mainQuestion(plan.definition)
  const rejected = rowTally(plan, 'rejected')
  const changed = rowTally(plan, 'changed')
  const first: ImportedRow[] = []
  const scores: Record<number, number> = {}
  const counts = { rows: 0, storable: 0, existing: 0, repeated: 0, unanswered: 0, excluded: 0 }
  const followUps: FollowUpCount = { opened: 0, left: 0, restored: 0 }

  for await (const chunk of checkedRows(world, plan)) {
    for (const checked of chunk) {
      if (checked.kind === 'rejected') await rejected.add(checked)
      else if (checked.kind === 'existing' || checked.kind === 'new') {
        counts.storable++
        if (checked.kind === 'existing') {
          counts.existing++
          if (checked.changes.length) await changed.add({ ...checked, reasons: checked.changes })
        } else {
          const become = followUpOf(plan.definition, checked.row, since)
          if (become) followUps[become]++
        }
        shared.take(checked.row?.customer)
        if (checked.row && first.length < SHOWN_ROWS) first.push(checked.row)
        const score = checked.row?.answers[question.id]
        if (typeof score === 'number') scores[score] = (scores[score] ?? 0) + 1
      } else counts[checked.kind]++
    }
    progress('checking', (counts.rows += chunk.length), of)
  }
  return {
    ...counts,
    first,
    followUps,
    score: scoreOf(question.kind, scores),
    rejected: await rejected.close(),
    changed: await changed.close(),
  }
}

/** Counts rows, keeps the first for display and lists all in a file. */
function rowTally({ file, table }: Plan, what: 'rejected' | 'changed') {
  const list = rowList(file, what, table.columns)
  const first: Rejection[] = []
  let count = 0
  return {
    async add({ line, cells, reasons }: Rejection) {
      count++
      if (first.length < SHOWN_LINES) first.push({ line, cells, reasons })
      await list.add({ line, cells, reasons })
    },
    close: async (): Promise<Tally> => ({ count, first, listedIn: await list.close() }),
  }
}
