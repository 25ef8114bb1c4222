import { countResponses, listResponses, type ResponseRow } from '../../db/responses/list.ts'
import { tallyByScore, type TallyScope } from '../../db/results/tallies.ts'
import { scoreOver } from '../../db/scores/scores.ts'
import { readSurvey } from '../../db/surveys/surveys.ts'
import { knownQuestions, type KnownQuestion } from '../../surveys/knownQuestions.ts'
import { isMetric, type Metric } from '../../surveys/scoring/metrics.ts'
import { questionResult } from '../../surveys/results/questionResult.ts'
import { readBoardQuery, type BoardQuery } from '../base/boardQuery.ts'
import type { Deps } from '../base/deps.ts'
import { instantsOf } from '../base/filters.ts'
import type { SegmentFilter } from '../../db/scoreboard/matching.ts'
import { readVersions } from '../responses/answerFilter.ts'
import { toScore } from '../scores/serialize.ts'

type Query = Parameters<typeof readBoardQuery>[2] & { lang?: string | undefined }

/** What a query of results counts: its questions, its responses, and the score to compare with. */
export async function readScope(
  deps: Deps,
  surveyId: string,
  query: Query,
  segments: SegmentFilter[],
) {
  const board = await readBoardQuery(deps, surveyId, query, segments)
  const survey = await readSurvey(deps.db, surveyId)
  const known = knownQuestions(await readVersions(deps, survey), query.lang)
  const counted = known.filter(({ kind }) => !isMetric(kind))
  const scope: TallyScope = {
    surveyId,
    segments,
    counting: query.counting,
    questions: counted.map(({ question, kind }) => ({ id: question, isText: isText(kind) })),
    ...instantsOf(query, deps),
  }
  return { board, known, scope }
}

const isText = (kind: KnownQuestion['kind']) => kind === 'text' || kind === 'contact'

/** The results of every question, with those no longer asked last, if they have answers. */
export async function readResults(
  deps: Deps,
  { board, known, scope }: Awaited<ReturnType<typeof readScope>>,
) {
  const { db } = deps
  const [responses, tallies] = await Promise.all([
    countResponses(db, scope),
    tallyByScore(db, scope, board.question),
  ])
  const results = await Promise.all(
    known.map(async (each) => {
      const counted = questionResult(each, board.metric, tallies.get(each.question) ?? [])
      const result = isMetric(each.kind)
        ? await scoredResult(deps, board, each, each.kind)
        : { ...counted, score: null }
      const hasComments = each.kind === 'text' && result.n > 0
      return {
        ...result,
        condition: conditionOf(each, known),
        comments: hasComments ? await commentsOf(deps, scope, each, board) : [],
      }
    }),
  )
  return { responses, questions: results.filter(({ isAsked, n }) => isAsked || n > 0) }
}

/** A scored question, counted as on every other page. */
async function scoredResult({ db }: Deps, board: BoardQuery, asked: KnownQuestion, metric: Metric) {
  const score = await scoreOver(db, { ...board, question: asked.question, metric })
  const { n, evidenceLevel } = score
  const nothing = questionResult({ ...asked, options: [] }, metric, [])
  return { ...nothing, n, evidenceLevel, score: toScore(score) }
}

/** On what a question depends, in words. */
function conditionOf({ showIf }: KnownQuestion, known: KnownQuestion[]) {
  const on = showIf && known.find(({ question }) => question === showIf.question)
  if (!on) return null
  const texts = new Map(on.options.map(({ value, text }) => [value, text]))
  const answers = (showIf.values ?? showIf.options)?.map(
    (value) => texts.get(`${value}`) ?? `${value}`,
  )
  return {
    question: on.question,
    ask: on.ask,
    bands: showIf.bands ?? null,
    answers: answers ?? null,
  }
}

const COMMENTS = 3

/** The newest texts, without their customers, so that reading them is not seeing a name. */
async function commentsOf(
  { db }: Deps,
  scope: TallyScope,
  { question }: KnownQuestion,
  board: BoardQuery,
) {
  const rows = await listResponses(db, { ...scope, answered: question, limit: COMMENTS })
  const answerTo = ({ answers }: ResponseRow, name: string) =>
    answers.find((each) => each.question === name)
  return rows.map((row) => ({
    id: row.id,
    text: answerTo(row, question)?.text ?? '',
    language: row.language,
    score: answerTo(row, board.question)?.value ?? null,
    answeredAt: row.answeredAt,
  }))
}
