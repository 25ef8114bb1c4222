import { expect, onTestFinished, vi } from 'vitest'
import type { ImportFileJson, ImportSettings } from '../../../api/importing/schemas.ts'
import { makeApp } from '../../support/app.ts'
import { makeDatabase, temporaryFile } from '../../support/database.ts'
import { makeSurvey } from '../../support/surveys.ts'

/** Creates an application with the survey "bank", and functions for an admin's work with files. */
export async function uploading() {
  const database = temporaryFile()
  const db = await makeDatabase(database)
  const made = await makeApp({ db, environment: { DATABASE_URL: database } })
  const survey = await makeSurvey(db, 'bank')
  const path = (id: string, rest = '') => `/api/v1/import-files/${id}${rest}`

  const send = (content: string | Uint8Array, name = 'answers.csv') =>
    made.ask('admin', `/api/v1/surveys/${survey.id}/import-files?name=${name}`, {
      method: 'POST',
      body: content as BodyInit,
      headers: { 'content-type': 'application/octet-stream' },
    })
  const ask = async (method: string, address: string, json?: object) => {
    const answer = await made.ask('admin', address, { method, json })
    const body = (await answer.json()) as ImportFileJson & { detail: string }
    return { status: answer.status, ...body }
  }
  /** Waits while the file is read or stored. */
  const settled = (id: string) =>
    vi.waitFor(
      async () => {
        const file = await ask('GET', path(id))
        expect(file.state).not.toBeOneOf(['checking', 'storing', 'stopping'])
        return file
      },
      { timeout: 60_000, interval: 50 },
    )
  /** Uploads a file and waits until it is checked. */
  const upload = async (content: string | Uint8Array, name?: string) => {
    const answer = await send(content, name)
    const { id } = (await answer.json()) as ImportFileJson
    expect(answer.status).toBe(201)
    onTestFinished(async () => {
      await made.ask('admin', path(id), { method: 'DELETE' })
    })
    return settled(id)
  }
  const change = async (id: string, settings: ImportSettings) => {
    const { status, detail } = await ask('PUT', path(id, '/settings'), settings)
    return status === 200 ? settled(id) : { status, detail }
  }
  /** Stores a checked file and waits until it is stored. */
  const store = async (id: string, json = {}) => {
    const { status, detail } = await ask('PUT', path(id, '/storing'), json)
    return status === 200 ? settled(id) : { status, detail }
  }
  return { ...made, database, survey, path, send, upload, settled, change, store, callAdmin: ask }
}
