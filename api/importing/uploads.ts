import { mkdir, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { newId } from '../../db/ids.ts'
import { findImport } from '../../db/importing/undoing.ts'
import { readCurrent, readSurvey, type Survey } from '../../db/surveys/surveys.ts'
import { dayFromIso } from '../../surveys/days.ts'
import { HOUR, MINUTE } from '../../surveys/durations.ts'
import { Conflict, NotFound } from '../../surveys/errors.ts'
import { auditActor, type Actor } from '../base/access.ts'
import type { Config } from '../base/config.ts'
import type { Deps } from '../base/deps.ts'
import { startImportProcess, type ImportProcess } from './importProcess.ts'
import type { ImportRequest } from './importing.ts'
import type { FromProgram } from './messages.ts'
import { separatorOverride } from './overrides.ts'
import { receiveFile, safeFileName } from './receiveFile.ts'
import { clearLeftovers } from './running.ts'
import type { ImportFileJson, ImportSettings } from './schemas.ts'
import { toQuestions } from './serialize.ts'

/** How long an uploaded file is kept after its last use, in milliseconds. */
const LIFE = 2 * HOUR
const CLEAN_EVERY = 10 * MINUTE
/** The most files at a time, as each is read by a process of its own. */
const MOST_FILES = 4

const LISTS = ['rejected', 'changed'] as const

type Upload = {
  file: ImportFileJson
  folder: string
  owner: string
  usedAt: number
  process: ImportProcess | null
}

const NEW_FILE = {
  size: 0,
  settings: {},
  state: 'checking',
  progress: null,
  problems: [],
  format: null,
  questions: [],
  columns: [],
  preview: null,
  importId: null,
  report: null,
} satisfies Partial<ImportFileJson>

/** Folder of uploaded files: beside the database, since they contain the same personal data. */
export const uploadFolder = ({ databaseUrl }: Pick<Config, 'databaseUrl'>) =>
  resolve(`${databaseUrl}-uploads`)

/** Deletes files left by an earlier run of the server. */
export async function clearUploads(config: Config): Promise<void> {
  await rm(uploadFolder(config), { recursive: true, force: true })
}

/**
 * Manages uploaded files. Each has its own process from its upload until it is stored. They are kept in
 * this server's memory: after a restart, files have to be uploaded again.
 */
export function uploadedFiles(deps: Deps) {
  const { db, config, now, workspace, log } = deps
  const uploads = new Map<string, Upload>()

  const find = async (id: string): Promise<Upload> => {
    await removeOld()
    const upload = uploads.get(id)
    if (!upload) throw new NotFound('uploaded file')
    upload.usedAt = now()
    return upload
  }

  const remove = async (upload: Upload) => {
    uploads.delete(upload.file.id)
    upload.process?.end()
    await rm(upload.folder, { recursive: true, force: true })
  }

  const removeOld = async () => {
    for (const upload of uploads.values())
      if (!isBusy(upload) && upload.usedAt < now() - LIFE) await remove(upload)
    if (!uploads.size) clearInterval(timer)
  }
  let timer: NodeJS.Timeout | undefined

  const set = (upload: Upload, changes: Partial<ImportFileJson>) =>
    void Object.assign(upload.file, changes)

  /** Reads the file again with its current settings. */
  const check = async (upload: Upload, problems: ImportFileJson['problems'] = []) => {
    const survey = await readSurvey(db, upload.file.surveyId)
    const { request } = requestOf(upload.file, survey)
    upload.process?.end()
    const questions = toQuestions(await readCurrent(db, survey))
    set(upload, { questions, state: 'checking', progress: null, problems })
    const started = startImportProcess(
      upload.folder,
      (message) => receive(upload, message),
      () => void fail(upload),
    )
    upload.process = started
    const { timeZone } = workspace
    const databaseUrl = resolve(config.databaseUrl)
    started.send({ kind: 'check', databaseUrl, timeZone, now: now(), request })
  }

  const receive = (upload: Upload, message: FromProgram): void => {
    switch (message.kind) {
      case 'progress': {
        const { step, done, of } = message
        set(upload, { progress: { step, done, of } })
        break
      }
      case 'columns': {
        // Keeps earlier decisions on screen until new ones are made.
        const known = new Map(upload.file.columns.map((column) => [column.name, column]))
        const columns = message.columns.map((column) => known.get(column.name) ?? column)
        set(upload, { format: message.format, columns })
        break
      }
      case 'checked': {
        const { columns, preview } = message
        set(upload, { state: 'ready', progress: null, columns, preview })
        break
      }
      case 'refused':
        set(upload, { state: 'refused', progress: null, preview: null, problems: message.problems })
        break
      case 'stored':
        upload.process?.end()
        upload.process = null
        void rm(join(upload.folder, upload.file.fileName), { force: true })
        set(upload, { state: 'stored', progress: null, report: message.report })
        break
      case 'stopped': {
        const { reason } = message
        const problems = reason === null ? [] : [{ field: 'import', message: reason }]
        set(upload, { importId: null })
        check(upload, problems).catch(() => fail(upload))
        break
      }
      case 'failed':
        log.error({ error: message.error }, 'An import failed')
        void fail(upload)
    }
  }

  /** Handles an unexpected end or error: deletes what the process staged. */
  const fail = async (upload: Upload) => {
    const { importId } = upload.file
    upload.process?.end()
    upload.process = null
    const stored = importId === null ? undefined : await findImport(db, importId)
    set(upload, { state: stored ? 'stored' : 'failed', progress: null })
    await clearLeftovers(db, now()).catch(() => {})
  }

  return {
    /** Receives a file, which replaces an earlier one of the same person. */
    async add(request: Request, surveyId: string, name: string, { id: owner }: Actor) {
      await readSurvey(db, surveyId)
      await removeOld()
      for (const earlier of uploads.values())
        if (earlier.owner === owner && !isBusy(earlier)) await remove(earlier)
      if (uploads.size >= MOST_FILES)
        throw new Conflict('Other people are importing files just now. Try again later.')
      const id = newId(now())
      const fileName = safeFileName(name)
      const folder = join(uploadFolder(config), id)
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const file: ImportFileJson = { ...NEW_FILE, id, surveyId, fileName }
      const upload: Upload = { file, folder, owner, usedAt: now(), process: null }
      uploads.set(id, upload)
      clearInterval(timer)
      timer = setInterval(() => void removeOld(), CLEAN_EVERY).unref()
      try {
        file.size = await receiveFile(request, join(folder, fileName))
        await check(upload)
      } catch (error) {
        await remove(upload)
        throw error
      }
      return file
    },

    read: async (id: string) => (await find(id)).file,

    /**
     * Reads the file again with new settings.
     * @throws InvalidInput for an invalid setting
     * @throws Conflict
     */
    async change(id: string, settings: ImportSettings) {
      const upload = await find(id)
      if (isBusy(upload) || upload.file.state === 'stored')
        throw new Conflict('The import has begun; its settings can’t be changed.')
      separatorOverride(settings.separator)
      set(upload, { settings })
      await check(upload)
      return upload.file
    },

    /** Starts storing. @throws Conflict unless the file is ready */
    async start(id: string, skipRejected: boolean, actor: Actor) {
      const upload = await find(id)
      const { file } = upload
      if (file.state !== 'ready' || !upload.process || !file.preview)
        throw new Conflict('The file isn’t ready to be imported.')
      if (file.preview.isCut)
        throw new Conflict('The file breaks off, so nothing of it can be imported.')
      if (file.preview.rejected.count && !skipRejected)
        throw new Conflict('Some rows can’t be stored. Send "skipRejected" to leave them out.')
      const other = [...uploads.values()].find(isBusy)
      if (other)
        throw new Conflict(
          `“${other.file.fileName}” is being imported right now. Start this import when that one has ended.`,
        )
      await readSurvey(db, file.surveyId)
      const importId = newId(now())
      set(upload, { state: 'storing', problems: [], importId })
      upload.process.send({ kind: 'store', importId, skipRejected, actor: auditActor(actor) })
      return file
    },

    /** Stops storing, so that nothing is stored; has no effect once everything is. */
    async stop(id: string) {
      const upload = await find(id)
      if (upload.file.state === 'storing') {
        set(upload, { state: 'stopping' })
        upload.process?.send({ kind: 'stop' })
      }
      return upload.file
    },

    /** Deletes the uploaded file. @throws Conflict while it is stored */
    async discard(id: string) {
      const upload = await find(id)
      if (isBusy(upload)) throw new Conflict('The file is being imported. Stop that first.')
      await remove(upload)
    },

    /** The path of the list of rejected or changed rows. @throws NotFound if there is none */
    async listOf(id: string, name: string) {
      const { file, folder } = await find(id)
      const what = LISTS.find((each) => each === name)
      if (!what || file.state === 'checking' || !file.preview?.[what].count)
        throw new NotFound('list')
      return join(folder, `${file.fileName}.${what}.csv`)
    },
  }
}

const isBusy = ({ file }: Upload) => file.state === 'storing' || file.state === 'stopping'

function requestOf(file: ImportFileJson, { slug }: Survey): { request: ImportRequest } {
  const { columns = {}, followUps, followUpsSince, separator, ...overrides } = file.settings
  const since = followUpsSince === undefined ? null : dayFromIso(followUpsSince)
  return {
    request: {
      file: file.fileName,
      slug,
      overrides: { ...overrides, columns, separator: separatorOverride(separator) },
      followUps: since === null ? followUps : { since },
    },
  }
}
