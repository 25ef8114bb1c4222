import { parentPort, workerData } from 'node:worker_threads'
import type { SurveyDefinition } from '../../surveys/definition.ts'
import { weightOf } from './pageWeight.ts'

/** Input of the weighing thread. */
export type Weighed = { definition: SurveyDefinition; company: string }

const { definition, company } = workerData as Weighed
parentPort!.postMessage(weightOf(definition, company))
