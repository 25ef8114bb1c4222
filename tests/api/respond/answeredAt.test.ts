import { describe, expect, test } from 'vitest'
import { checkScoreboard } from '../../../db/doctor.ts'
import { dayOf } from '../../../surveys/days.ts'
import { archiveSurvey, pauseSurvey } from '../../../db/surveys/surveys.ts'
import {
  made,
  surveyId,
  put,
  open,
  stored,
  problem,
  expectNothingStored,
  surveyForEachTest,
} from './saving.ts'

surveyForEachTest()

describe('when it was answered', () => {
  const HOUR = 3_600_000
  const answeredAt = async () => (await stored())[0]!.answeredAt

  test('is the page’s time if a save arrives late, and counts on that day', async () => {
    const page = await open()
    const told = made.clock.now + HOUR
    made.clock.now += 30 * HOUR
    expect((await put(page, { score: 3 }, { answeredAt: told })).status).toBe(200)
    expect(await stored()).toMatchObject([{ answeredAt: told, day: dayOf(told, 'Europe/Prague') }])
    expect(await checkScoreboard(made.db)).toEqual([])
  })

  test('is never before the page was opened nor in the future, as then the clock is wrong', async () => {
    const opened = made.clock.now
    for (const [told, trustedAnswerTime] of [
      [opened - 300_000, opened],
      [opened - HOUR, opened + HOUR],
      [opened + HOUR + 1, opened + HOUR],
      [undefined, opened + HOUR],
    ] as const) {
      made.clock.now = opened
      const page = await open()
      made.clock.now = opened + HOUR
      await put(page, { score: 3 }, { answeredAt: told })
      expect((await stored()).at(-1)!.answeredAt).toBe(trustedAnswerTime)
    }
  })

  test('decides whether the survey was still open, however late the answer arrives', async () => {
    const [page, other] = [await open(), await open()]
    const whileAsked = (made.clock.now += HOUR)
    made.clock.now += HOUR
    await pauseSurvey(made.db, surveyId, made.clock.now)
    made.clock.now += HOUR
    for (const answeredAt of [undefined, 1, made.clock.now - HOUR, made.clock.now]) {
      const answered = await put(page, { score: 3 }, { answeredAt })
      expect({ answeredAt, status: answered.status }).toEqual({ answeredAt, status: 410 })
    }
    await expectNothingStored()
    expect((await put(page, { score: 3 }, { answeredAt: whileAsked })).status).toBe(200)
    expect(await stored()).toMatchObject([{ answeredAt: whileAsked }])

    await archiveSurvey(made.db, surveyId, made.clock.now)
    expect((await put(other, { score: 3 }, { answeredAt: whileAsked })).status).toBe(200)
    const afterPause = made.clock.now - HOUR / 2
    expect((await put(other, { score: 3 }, { answeredAt: afterPause })).status).toBe(410)
    expect(await checkScoreboard(made.db)).toEqual([])
  })

  test('is a number', async () => {
    const answered = await put(await open(), { score: 3 }, { answeredAt: 'yesterday' })
    expect(answered.status).toBe(400)
    expect((await problem(answered)).errors![0]!.field).toBe('answeredAt')
    await expectNothingStored()
  })

  test('stays that of the first save', async () => {
    const page = await open()
    await put(page, { score: 3 }, { answeredAt: made.clock.now, revision: 1 })
    const first = await answeredAt()
    made.clock.now += HOUR
    await put(page, { score: 4 }, { answeredAt: made.clock.now, revision: 2 })
    expect(await answeredAt()).toBe(first)
  })
})
