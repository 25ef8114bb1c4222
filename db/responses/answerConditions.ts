import { eq, inArray, sql } from 'drizzle-orm'
import { answered } from '../scoreboard/matching.ts'
import { answer, response, responseTag } from '../schema/index.ts'

/** One answer to a question with a limited number of them: a number or an option's id. */
export type AnswerFilter = { question: string; answer: string }

/** Whether a response has this score of a question; null for none. */
export const isAt = ({ question, score }: { question: string; score: number | null }) =>
  score === null ? sql`not ${answered(question)}` : hasScore(question, [score])

/** Whether a response has an answer. Lists of options are JSON, in which `_` stands for itself only if it is escaped. */
export const hasAnswer = ({ question, answer: wanted }: AnswerFilter) =>
  sql`exists (select 1 from ${answer} where ${answer.responseNo} = ${response.no}
    and ${answer.question} = ${question} and (${
      /^\d+$/.test(wanted)
        ? eq(answer.value, Number(wanted))
        : sql`${answer.text} = ${wanted}
          or ${answer.text} like ${`%"${wanted.replaceAll('_', '\\_')}"%`} escape '\\'`
    }))`

/** Whether a response answered a question. */
export const hasAnyAnswer = (question: string) =>
  sql`exists (select 1 from ${answer} where ${answer.responseNo} = ${response.no}
    and ${answer.question} = ${question})`

/** Whether a response has one of these scores of a question. */
export const hasScore = (question: string, scores: number[]) =>
  sql`exists (select 1 from ${answer} where ${answer.responseNo} = ${response.no}
    and ${answer.question} = ${question} and ${inArray(answer.value, scores)})`

/** Whether a response of a survey has a tag. Few do, so they are looked up rather than each response tested. */
export const hasTag = (surveyId: string, tag: string) =>
  sql`${response.no} in (select ${responseTag.responseNo} from ${responseTag}
    where ${responseTag.surveyId} = ${surveyId} and ${responseTag.tag} = ${tag})`
