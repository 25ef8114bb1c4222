import { stageResponses, type StagedResponse } from '../../db/importing/staging.ts'
import type { Survey } from '../../db/surveys/surveys.ts'
import { Conflict } from '../../surveys/errors.ts'
import type { Histogram } from '../../surveys/scoring/histogram.ts'
import { mainQuestion } from '../../surveys/definition.ts'
import type { Deps } from '../base/deps.ts'
import type { Preview, Progress } from './importing.ts'
import { followUpOf } from './followUps.ts'
import { checkedRows, type CheckedRow } from './rowChecks.ts'

type World = Pick<Deps, 'db' | 'now' | 'workspace'>

/** `staging` holds the writes in progress. */
export type Storing = { progress: Progress; signal?: AbortSignal; staging: Promise<void>[] }

/** Stages all new rows in chunks; reads and prepares the next chunk while one is written. */
export async function stageAll(
  world: World,
  preview: Preview,
  { survey, importId }: { survey: Survey; importId: string },
  { progress, signal, staging }: Storing,
): Promise<Histogram> {
  const { definition, followUpsSince: since } = preview
  const question = mainQuestion(definition)
  const existing: Record<number, number> = {}
  const now = world.now()
  let storable = 0
  let rejected = 0

  const toStage = ({ row, id }: CheckedRow & { kind: 'new' }): StagedResponse => {
    const { responseId: _, followUp, ...response } = row
    const restored = followUpOf(definition, row, since) === 'restored'
    return {
      ...response,
      id,
      surveyId: survey.id,
      version: survey.version!,
      definition,
      source: 'import',
      now,
      followUp: restored ? followUp : null,
    }
  }
  for await (const chunk of checkedRows(world, { ...preview, survey })) {
    const responses: StagedResponse[] = []
    for (const checked of chunk) {
      if (checked.kind === 'rejected') rejected++
      if (checked.kind === 'new') responses.push(toStage(checked))
      else if (checked.kind === 'existing') {
        storable++
        const score = checked.stored.find((answer) => answer.question === question.id)?.value
        if (score != null) existing[score] = (existing[score] ?? 0) + 1
      }
    }
    storable += responses.length
    if (staging.length === 2) await staging.shift()
    signal?.throwIfAborted()
    const done = storable
    const staged = stageResponses(world.db, importId, responses).then(() =>
      progress('storing', done, preview.storable),
    )
    staged.catch(() => {}) // is awaited later, above or at the end
    staging.push(staged)
  }
  await Promise.all(staging)
  signal?.throwIfAborted()
  if (storable !== preview.storable || rejected !== preview.rejected.count) throw changedMeanwhile()
  return existing
}

function changedMeanwhile() {
  return new Conflict('The file changed while it was read; nothing was stored.')
}
