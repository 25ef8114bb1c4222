import { expect, it } from 'vitest'
import { foldText } from '../../../../surveys/search/searchTokens.ts'
import { faultsOn } from '../../../support/axe.ts'
import { serveExample } from '../../../support/example.ts'

const example = serveExample()

it('finds words without regard to accents, says if nothing is found, and is cleared', async () => {
  const context = await example.newContext()
  const page = await context.newPage()
  const path = `${example.url}/api/v1/surveys/${example.survey}/responses`
  const list = await context.request.get(`${path}?comments=true&limit=200`)
  const { responses } = (await list.json()) as {
    responses: { answers: { kind: string; text: string | null }[] }[]
  }
  const comments = responses.flatMap(({ answers }) =>
    answers.flatMap(({ kind, text }) => (kind === 'text' && text !== null ? text : [])),
  )
  const word = /\p{L}*[áéíóúčěňřšůžąęłńśżäöü]\p{L}*/u.exec(comments.join(' '))![0]

  await page.goto(`${example.url}/surveys/${example.survey}/responses`)
  const rows = page.locator('.response-list > li')
  await rows.first().waitFor()
  await page.keyboard.press('/')
  await page.keyboard.type(foldText(word))
  await page.waitForURL(/[?&]q=/)
  const marks = rows.locator('mark', { hasText: word })
  await marks.first().waitFor()
  expect(await rows.filter({ hasNot: page.locator('mark') }).count()).toBe(0)

  const field = page.getByRole('searchbox', { name: 'Search answers' })
  await field.fill('qqqq')
  await page.getByText('No answers match “qqqq”').waitFor()
  expect(await faultsOn(page)).toEqual([])

  await page.getByRole('main').getByText('Clear search').click()
  await rows.first().waitFor()
  expect(await field.inputValue()).toBe('')
  expect(new URL(page.url()).searchParams.has('q')).toBe(false)
  expect(await rows.locator('mark').count()).toBe(0)
})
