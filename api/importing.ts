import { basename } from 'node:path'
import {
  countStaged,
  discardImports,
  finishImports,
  importedHistogram,
  startImport,
  storedScores,
} from '../db/imports.ts'
import { derivedId, newId } from '../db/ids.ts'
import type { Survey } from '../db/surveys.ts'
import { stageResponses, type StagedResponse } from '../db/staging.ts'
import { listSurveys, pauseSurvey, publishSurvey, readDefinition } from '../db/surveys.ts'
import { finished } from '../surveys/drafts.ts'
import { Conflict, InvalidInput } from '../surveys/errors.ts'
import { BrokenFile } from '../surveys/importing/broken.ts'
import { look, newColumn, type Column } from '../surveys/importing/columns.ts'
import type { Row } from './importing/tableType.ts'
import { identifier } from '../surveys/importing/identity.ts'
import { letterWatch, type Letters } from '../surveys/importing/letters.ts'
import { mapColumns, type Mapping, type Wishes } from '../surveys/importing/mapping.ts'
import { rowReader, type ImportedRow } from '../surveys/importing/rows.ts'
import { addHistograms, type Histogram } from '../surveys/scoring/histogram.ts'
import { scoreOf, type Score } from '../surveys/scoring/score.ts'
import { mainQuestion, type ScoredQuestion, type SurveyDefinition } from '../surveys/survey.ts'
import type { Deps } from './deps.ts'
import { rejectedFile, type Rejection } from './importing/rejectedFile.ts'
import { openTable } from './importing/table.ts'
import type { Table } from './importing/tableType.ts'

type World = Pick<Deps, 'db' | 'now' | 'workspace'>

export type ImportRequest = { file: string; slug: string; wishes: Wishes }

/** What is being done, how many rows of it are done, and of how many where that is known. */
export type Progress = (step: 'reading' | 'checking' | 'storing', done: number, of?: number) => void

/** What an import would store. With `rejected` rows it can't be stored. */
export type Preview = {
  file: string
  survey: Survey
  definition: SurveyDefinition
  table: Table
  mapping: Mapping
  letters: Letters
  /** The first rows as they will be stored. */
  first: ImportedRow[]
  /** The score that the file gives for the survey's main question. */
  score: Score
  /** rows = storable + repeated + unanswered + rejected */
  rows: number
  storable: number
  /** Rows that stand in the file twice, under the same response id. */
  repeated: number
  /** Rows with neither a score nor any other answer. */
  unanswered: number
  rejected: { count: number; first: Rejection[]; listedIn: string | null }
}

/** What an import did. rows = stored + existing + unanswered */
export type ImportReport = {
  rows: number
  stored: number
  existing: number
  unanswered: number
  /** The score of the file's rows as they now are in the database, stored just now or before. */
  score: Score
  survey: Survey
  /** Whether the survey had to be published, and is paused now. */
  publishedNow: boolean
}

const SHOWN_ROWS = 5
const SHOWN_REJECTIONS = 20
/** Larger chunks are faster, as they rewrite fewer pages; smaller ones let live answers in sooner. */
const CHUNK = 2_000

/**
 * Reads a whole file and says what an import of it would store. Writes nothing but the list of
 * rejected rows.
 * @throws InvalidInput naming what must be said or changed first; an unknown survey among it
 */
export async function previewImport(
  world: World,
  { file, slug, wishes }: ImportRequest,
  progress: Progress = () => {},
): Promise<Preview> {
  const survey = await findSurvey(world, slug)
  const definition =
    survey.version === null
      ? finished(survey.draft)
      : await readDefinition(world.db, survey.id, survey.version)
  const table = await openTable(file, wishes.encoding)
  const { columns, rows, letters } = await lookAtAll(table, progress)
  const mapping = mapColumns(columns, definition, wishes)
  const plan = { file, survey, definition, table, mapping, letters }
  return { ...plan, ...(await checkAll(world, plan, rows, progress)) }
}

/**
 * Stores what a preview showed, in one go or not at all. Rows that are there already stay as they are.
 * @param signal ends the import before anything counts
 * @throws Conflict when the preview has rejected rows or the file changed since; the signal's reason
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
  await discardImports(db)
  const publishedNow = preview.survey.version === null
  const survey = publishedNow ? await publishPaused(world, preview.survey.id) : preview.survey
  const run = {
    id: newId(now()),
    surveyId: survey.id,
    fileName: basename(preview.file),
    now: now(),
  }
  await startImport(db, run)
  try {
    const existing = await stageAll(world, preview, survey.version!, run.id, progress, signal)
    const stored = await countStaged(db, run.id)
    const rows = preview.storable + preview.repeated
    await finishImports(db, [
      { id: run.id, definition: preview.definition, rows, staged: stored, timeZone, now: now() },
    ])
    const question = mainQuestion(preview.definition)
    const histogram = addHistograms(existing, await importedHistogram(db, run.id, question.id))
    return {
      rows: preview.rows,
      stored,
      existing: rows - stored,
      unanswered: preview.unanswered,
      score: scoreOf(question.kind, histogram),
      survey,
      publishedNow,
    }
  } catch (error) {
    await discardImports(db, run.id)
    throw error
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

/** What every column holds. Where the file breaks off is for the check to report. */
async function lookAtAll(
  table: Table,
  progress: Progress,
): Promise<{ columns: Column[]; rows: number; letters: Letters }> {
  const columns = table.columns.map(newColumn)
  const watch = letterWatch()
  let rows = 0
  try {
    for await (const batch of table.batches()) {
      for (const { line, cells } of batch)
        columns.forEach((column, index) => {
          const cell = cells[index] ?? ''
          look(column, cell)
          watch.look(cell, line, column.name)
        })
      progress('reading', (rows += batch.length))
    }
  } catch (error) {
    if (!(error instanceof BrokenFile)) throw error
  }
  return { columns, rows, letters: watch.letters }
}

type Plan = Pick<Preview, 'file' | 'survey' | 'definition' | 'table' | 'mapping'>

async function checkAll(world: World, plan: Plan, of: number, progress: Progress) {
  const question = mainQuestion(plan.definition)
  const list = rejectedFile(plan.file, plan.table.columns)
  const rejections: Rejection[] = []
  const first: ImportedRow[] = []
  const scores: Record<number, number> = {}
  const counts = { rows: 0, storable: 0, repeated: 0, unanswered: 0 }
  let rejected = 0

  for await (const batch of checkedRows(world, plan)) {
    for (const checked of batch) {
      if ('reasons' in checked) {
        rejected++
        if (rejections.length < SHOWN_REJECTIONS) rejections.push(checked)
        await list.add(checked)
      } else if ('kind' in checked) counts[checked.kind]++
      else {
        counts.storable++
        if (first.length < SHOWN_ROWS) first.push(checked.row)
        countScore(scores, question, checked.row)
      }
    }
    progress('checking', (counts.rows += batch.length), of)
  }
  return {
    ...counts,
    first,
    score: scoreOf(question.kind, scores),
    rejected: { count: rejected, first: rejections, listedIn: await list.close() },
  }
}

function countScore(
  scores: Record<number, number>,
  { id }: ScoredQuestion,
  { answers }: ImportedRow,
) {
  const score = answers[id]
  if (typeof score === 'number') scores[score] = (scores[score] ?? 0) + 1
}

type CheckedRow =
  { knownBy: string[]; row: ImportedRow } | { kind: 'repeated' | 'unanswered' } | Rejection

/** Every row of the file, read; a file that breaks off ends with a rejection that says where. */
async function* checkedRows(
  { workspace, now }: World,
  { definition, mapping, table }: Plan,
): AsyncGenerator<CheckedRow[]> {
  const read = rowReader(definition, mapping, { timeZone: workspace.timeZone, now: now() })
  const identify = identifier()
  const check = ({ line, cells }: Row): CheckedRow => {
    const result = read(cells)
    if ('reasons' in result) return { line, cells, reasons: result.reasons }
    if ('unanswered' in result) return { kind: 'unanswered' }
    const identity = identify(result.row.responseId, cells)
    if ('repeated' in identity) return { kind: 'repeated' }
    if ('clash' in identity)
      return {
        line,
        cells,
        reasons: [
          `the response id "${result.row.responseId}" is that of another row; if the column is no response id, say --map property=COLUMN or ignore=COLUMN`,
        ],
      }
    return { knownBy: identity.knownBy, row: result.row }
  }
  try {
    for await (const batch of table.batches()) yield batch.map(check)
  } catch (error) {
    if (!(error instanceof BrokenFile)) throw error
    yield [{ line: error.line, cells: [], reasons: [`${error.reason}; the rest can’t be read`] }]
  }
}

/** Stages all rows by chunks; while one is being written the next is read and put together. */
async function stageAll(
  world: World,
  preview: Preview,
  version: number,
  importId: string,
  progress: Progress,
  signal: AbortSignal | undefined,
): Promise<Histogram> {
  const { survey, definition } = preview
  const question = mainQuestion(definition)
  const existing: Record<number, number> = {}
  let chunk: StagedResponse[] = []
  const staging: Promise<void>[] = []
  let done = 0

  const stageChunk = async (responses: StagedResponse[]) => {
    const stored = await storedScores(
      world.db,
      responses.map(({ id }) => id),
      question.id,
    )
    for (const score of stored.values())
      if (score !== null) existing[score] = (existing[score] ?? 0) + 1
    await stageResponses(
      world.db,
      importId,
      responses.filter(({ id }) => !stored.has(id)),
    )
    progress('storing', (done += responses.length), preview.storable)
  }
  const next = async () => {
    if (staging.length === 2) await staging.shift()
    signal?.throwIfAborted()
    const staged = stageChunk(chunk)
    staged.catch(() => {}) // is awaited later, above or at the end
    staging.push(staged)
    chunk = []
  }

  const now = world.now()
  let storable = 0
  for await (const batch of checkedRows(world, preview))
    for (const checked of batch) {
      if ('reasons' in checked) throw changedMeanwhile()
      if ('kind' in checked) continue
      storable++
      const { responseId: _, ...row } = checked.row
      const id = derivedId(row.answeredAt, 'import', survey.id, ...checked.knownBy)
      chunk.push({ ...row, surveyId: survey.id, version, definition, id, source: 'import', now })
      if (chunk.length === CHUNK) await next()
    }
  await next()
  await Promise.all(staging)
  signal?.throwIfAborted()
  if (storable !== preview.storable) throw changedMeanwhile()
  return existing
}

function changedMeanwhile() {
  return new Conflict('The file changed while it was read; nothing was stored.')
}
