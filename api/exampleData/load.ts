import { setBaseline } from '../../db/watching/baselines.ts'
import { removeExamples, settleFollowUps, hasExamples } from '../../db/importing/exampleData.ts'
import {
  countStaged,
  finishImports,
  startImport,
  type FinishedImport,
} from '../../db/importing/imports.ts'
import { derivedId, newId } from '../../db/ids.ts'
import { addAnnotation } from '../../db/scores/annotations.ts'
import { listPeople } from '../../db/people/people.ts'
import { stageResponses } from '../../db/importing/staging.ts'
import { createSurvey, publishSurvey } from '../../db/surveys/surveys.ts'
import { isLow } from '../../surveys/answers.ts'
import { dayOf } from '../../surveys/days.ts'
import { Conflict } from '../../surveys/errors.ts'
import { mainQuestion } from '../../surveys/definition.ts'
import { TEMPLATES, definitionFrom } from '../../surveys/templates/index.ts'
import type { Deps } from '../base/deps.ts'
import { exampleFollowUp } from './followUps.ts'
import { seeded, type Random } from './random.ts'
import { DAYS, SEED, makeResponses } from './responses.ts'
import { STORIES, type Story } from './stories.ts'
import { DAY, HOUR } from '../../surveys/durations.ts'

type World = Pick<Deps, 'db' | 'now' | 'workspace' | 'config'>

const EXAMPLE = 'example data'
const CHUNK = 1_000

/**
 * Loads three surveys with eighteen months of answers up to now, identical for the same clock. They
 * count all at once when complete.
 * @throws Conflict if they already exist
 */
export async function loadExampleData(world: World): Promise<void> {
  const { db } = world
  if (await hasExamples(db)) throw new Conflict('The example data is there already.')
  const people = await listPeople(db)
  const replyWithin = world.config.followUpHours * HOUR
  const now = world.now()
  const random = seeded(SEED)
  try {
    const stories: StagedStory[] = []
    for (const story of STORIES) stories.push(await stageStory(world, story, random))
    const cases = stories
      .flatMap(({ low }) => low)
      .map((low) => exampleFollowUp(low, { random, now, replyWithin, people }))
    await finishImports(
      db,
      stories.map(({ run }) => run),
      (orm) => settleFollowUps(orm, cases),
    )
  } catch (error) {
    await removeExamples(db)
    throw error
  }
}

/** Deletes the example surveys, everything that belongs to them, and customers known only from them. */
export async function removeExampleData({ db }: Pick<World, 'db'>): Promise<void> {
  await removeExamples(db)
}

type StagedStory = { run: FinishedImport; low: { responseId: string; openedAt: number }[] }

async function stageStory(world: World, story: Story, random: Random): Promise<StagedStory> {
  const { db } = world
  const { timeZone } = world.workspace
  const now = world.now()
  const definition = definitionFrom(TEMPLATES[story.template])
  const { slug, name } = story
  const begun = now - DAYS * DAY
  const { id: surveyId } = await createSurvey(db, {
    slug,
    name,
    definition,
    now: begun,
    example: true,
  })
  const { version } = await publishSurvey(db, surveyId, begun)
  if (story.baseline) await setStoryBaseline(world, story, surveyId)
  for (const { ago, text } of story.annotations) {
    const at = now - ago * DAY
    const day = dayOf(at, timeZone)
    await addAnnotation(db, { surveyId, day, text, by: EXAMPLE, now: at })
  }
  const importId = newId(now)
  await startImport(db, { id: importId, surveyId, fileName: EXAMPLE, now })

  const drafts = makeResponses(story, definition, { random, now, timeZone })
  const responses = drafts.map((response, index) => ({
    ...response,
    id: derivedId(response.answeredAt, 'example', surveyId, String(index)),
    surveyId,
    version: version!,
    definition,
    source: 'example' as const,
    now: response.answeredAt,
  }))
  for (let from = 0; from < responses.length; from += CHUNK)
    await stageResponses(db, importId, responses.slice(from, from + CHUNK))
  const staged = await countStaged(db, importId)
  return {
    run: { id: importId, definition, rows: staged, staged, timeZone, now },
    low: responses
      .filter(({ answers }) => isLow(definition, answers))
      .map(({ id, answeredAt }) => ({ responseId: id, openedAt: answeredAt })),
  }
}

async function setStoryBaseline(
  { db, now, workspace }: World,
  { template: metric, baseline }: Story,
  surveyId: string,
): Promise<void> {
  const question = mainQuestion(TEMPLATES[metric].definition).id
  const today = dayOf(now(), workspace.timeZone)
  const [from, to] = [today - baseline!.from, today - baseline!.to]
  const at = now() - (baseline!.to - 1) * DAY
  await setBaseline(db, { surveyId, question, metric }, { from, to, at, by: 'Example team' })
}
