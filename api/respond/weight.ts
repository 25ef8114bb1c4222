import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { FairQueue } from '../../db/fairQueue.ts'
import { program } from '../../db/program.ts'
import { currentRequester } from '../../db/requestScope.ts'
import { InvalidInput, TooManyReads } from '../../surveys/errors.ts'
import type { SurveyDefinition } from '../../surveys/definition.ts'
import type { PageWeight } from './pageWeight.ts'
import type { Weighed } from './weigher.ts'

/** The most pages per person that may wait to be weighed. */
const MOST_WAITING = 3
/** Weighing takes well under a second. */
const LONGEST_SECONDS = 10
const MOST_MEGABYTES = 128

const waiting = new FairQueue<() => Promise<void>>()
let isBusy = false

/**
 * Weighs a page on its own thread, one at a time and in turns per person.
 * @throws TooManyReads if too many of theirs wait; InvalidInput if it takes too much time or memory
 */
export async function weigh(definition: SurveyDefinition, company: string): Promise<PageWeight> {
  checkWaiting()
  return new Promise((resolve, reject) => {
    waiting.add(currentRequester().person, () =>
      inThread({ definition, company }).then(resolve, reject),
    )
    if (!isBusy) void weighAll()
  })
}

/** @throws TooManyReads if no more pages of this person may wait */
export function checkWaiting(): void {
  if (waiting.of(currentRequester().person).length >= MOST_WAITING) throw new TooManyReads(1)
}

async function weighAll() {
  isBusy = true
  for (let next = waiting.take(anyone); next; next = waiting.take(anyone)) await next()
  isBusy = false
}

const anyone = () => true

async function inThread(workerData: Weighed): Promise<PageWeight> {
  const thread = new Worker(program('weigher'), {
    workerData,
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES },
  })
  const signal = AbortSignal.timeout(LONGEST_SECONDS * 1000)
  try {
    const [weight] = (await once(thread, 'message', { signal })) as [PageWeight]
    return weight
  } catch (error) {
    const { name, code } = error as Error & { code?: string }
    if (name !== 'AbortError' && code !== 'ERR_WORKER_OUT_OF_MEMORY') throw error
    throw new InvalidInput([{ field: 'definition', message: 'is too large to be weighed' }])
  } finally {
    await thread.terminate()
  }
}
