import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { faultsOn } from '../../../support/axe.ts'
import { context, openEditor, saved, serveEditor } from './openEditor.ts'

/** The page beside the editor, as it is shown now. */
const shown = (page: Page) => page.frameLocator('iframe[data-state="shown"]')

/** A large one, with much detail. */
async function aPicture(page: Page): Promise<Buffer> {
  const address = await page.evaluate(() => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 800, height: 240 })
    const pen = canvas.getContext('2d')!
    for (let line = 0; line < 80; line++) {
      pen.fillStyle = `hsl(${line * 4} 70% 45%)`
      pen.fillRect(line * 10, 120 - line, 10, 2 * line)
    }
    pen.font = '600 90px sans-serif'
    pen.fillText('Acme & Co.', 120, 100)
    return canvas.toDataURL('image/png')
  })
  return Buffer.from(address.slice(address.indexOf(',') + 1), 'base64')
}

serveEditor()

it('saves edits after a pause, shows them in the preview, and keeps them after a reload', async () => {
  const { page } = await openEditor()
  await page.getByRole('button', { name: /^2 Thank you/ }).click()
  await page.getByLabel('Question (Unhappy').fill('What should never happen again?')
  await shown(page).getByText('What should never happen again?').waitFor()
  await saved(page)

  // The address keeps the field.
  await page.reload()
  expect(await page.getByLabel('Question (Unhappy').inputValue()).toBe(
    'What should never happen again?',
  )
  await page.getByRole('button', { name: 'עברית' }).click()
  await shown(page).getByRole('heading', { name: /Acme/ }).waitFor()
  expect(await page.getByLabel('Question (Unhappy').getAttribute('dir')).toBe('rtl')
})

it('does not redraw the preview while a text is being typed', async () => {
  const { page } = await openEditor()
  await page.getByRole('button', { name: /^2 Thank you/ }).click()
  await shown(page).getByRole('heading').first().waitFor()
  const field = page.getByLabel('Question (Unhappy')
  await field.focus()
  const frames = await field.evaluate((one: HTMLTextAreaElement) => {
    const latest = () => [...document.querySelectorAll('iframe')].at(-1)!.name
    const before = latest()
    for (const letter of 'Why') {
      one.value += letter
      one.dispatchEvent(new InputEvent('input', { bubbles: true }))
    }
    return [before, latest()]
  })
  expect(frames[1]).toBe(frames[0])
})

it('reorders questions by keyboard, keeps the focus on them, and undoes each step', async () => {
  const { page } = await openEditor()
  await page.getByRole('button', { name: 'Add question' }).click()
  await page.getByRole('button', { name: /^Yes or no/ }).click()
  await page.getByRole('textbox', { name: /^Question/ }).fill('Did we solve it?')
  await page.getByRole('button', { name: /^3 Did we solve it/ }).focus()
  await page.keyboard.press('Alt+ArrowUp')
  await page.getByText('Moved to 2 of 3').waitFor()
  const moved = page.getByRole('button', { name: /^2 Did we solve it/ })
  await expect.poll(() => moved.evaluate((one) => one === document.activeElement)).toBe(true)
  // The score stays the first.
  await page.keyboard.press('Alt+ArrowUp')
  expect(await moved.count()).toBe(1)

  await page.keyboard.press('Control+z')
  await page.getByRole('button', { name: /^3 Did we solve it/ }).waitFor()
  await page.keyboard.press('Control+z')
  await page.getByRole('button', { name: /^3 No text yet/ }).waitFor()
  await page.keyboard.press('Control+Shift+Z')
  await page.getByRole('button', { name: /^3 Did we solve it/ }).waitFor()
  await saved(page)
})

it('renames questions and options until they are published', async () => {
  const { page, api } = await openEditor()
  await page.getByRole('button', { name: 'Add question' }).click()
  await page.getByRole('button', { name: /^Multiple choice/ }).click()
  await page.getByRole('textbox', { name: /^Question/ }).fill('What was it about?')
  await page.getByRole('textbox', { name: /^Option 1/ }).fill('Price')
  await page.getByRole('textbox', { name: /^Option 2/ }).fill('Speed')
  await page.getByText('Names in exports and the API').click()
  const name = page.getByLabel('Name of the question')
  await name.fill('nps')
  await page.getByText('This name is taken.').waitFor()
  await name.fill('Main topic')
  await page.keyboard.press('Tab')
  const first = page.getByLabel('Name of option 1')
  await expect.poll(() => first.evaluate((one) => one === document.activeElement)).toBe(true)
  expect(await name.inputValue()).toBe('main_topic')
  await first.fill('price')
  await page.keyboard.press('Tab')
  await saved(page)
  const asked = async () => {
    const { definition } = (await (await context.request.get(api)).json()) as {
      definition: { questions: { id: string; options?: string[] }[] }
    }
    return definition.questions.at(-1)
  }
  expect(await asked()).toMatchObject({ id: 'main_topic', options: ['price', 'option_2'] })
  expect(await faultsOn(page)).toEqual([])

  await page.getByRole('button', { name: 'Publish', exact: true }).click()
  await page
    .getByRole('region', { name: 'Publish' })
    .getByRole('button', { name: 'Publish', exact: true })
    .click()
  await page.getByText('“After support” is live.').waitFor()
  await page.getByRole('button', { name: 'Questions', exact: true }).click()
  await page.getByText('Published names can’t change').waitFor()
  expect(await name.count()).toBe(0)
})

it('keeps unfinished input: a URL, a pasted tab, a survey without a name', async () => {
  const { page, api } = await openEditor()
  const kept = async () =>
    (await (await context.request.get(api)).json()) as {
      name: string
      definition: { links: { url: string; text: { en: string } }[] }
    }
  await page.getByRole('button', { name: 'Thank you', exact: true }).click()
  await page.getByRole('button', { name: 'Add link' }).click()
  await page.getByLabel('URL').fill('https:/')
  await page.getByLabel('Link text').fill('Review\tus')
  await page.getByText('The URL must begin with https://').waitFor()
  await saved(page)
  expect((await kept()).definition.links).toEqual([{ url: 'https:/', text: { en: 'Review us' } }])

  await page.getByRole('button', { name: 'Settings', exact: true }).click()
  await page.getByLabel('Name').fill('')
  await page.getByRole('button', { name: /^Publish/ }).click()
  await page.getByRole('button', { name: /A link’s URL is incomplete/ }).click()
  await page.keyboard.type('/reviews.example')
  await saved(page)
  expect(await kept()).toMatchObject({
    name: 'After support',
    definition: { links: [{ url: 'https://reviews.example' }] },
  })
})

it('retries failed saves, and keeps them when the tab is closed', async () => {
  const { page, api } = await openEditor()
  await page.route('**/draft', (route) => route.abort())
  await page.getByRole('button', { name: 'Thank you', exact: true }).click()
  await page.getByLabel('Thank you (Happy').fill('Written on a train')
  await page.getByText('Not saved yet, trying again').waitFor()
  await page.unrouteAll()
  await page.reload()
  await saved(page)
  await expect
    .poll(async () => (await context.request.get(api)).text())
    .toContain('Written on a train')
})

it('refuses a colour with too little contrast, and offers the nearest that passes', async () => {
  const { page, api } = await openEditor()
  await page.getByRole('button', { name: 'Appearance', exact: true }).click()
  await page.getByLabel('Colour', { exact: true }).fill('#ffcc00')
  await page.getByText(/^Not used/).waitFor()
  await page.getByRole('button', { name: /^Use the nearest readable colour/ }).click()
  const colour = await page.getByLabel('Colour', { exact: true }).inputValue()
  expect(colour).not.toBe('#ffcc00')
  await saved(page)
  expect(await (await context.request.get(api)).text()).toContain(colour)
})

it('drops a condition of the first score that a program has set', async () => {
  const { page, api } = await openEditor()
  const { definition, draft } = (await (await context.request.get(api)).json()) as {
    definition: { questions: { id: string; showIf?: unknown }[] }
    draft: { revision: number }
  }
  const [first] = definition.questions
  first!.showIf = { question: first!.id, bands: ['happy'] }
  await context.request.put(`${api}/draft`, { data: { revision: draft.revision, definition } })
  await page.reload()
  await page.getByRole('button', { name: /^Publish/ }).click()
  await page.getByRole('button', { name: /^Question 1 .*it can’t have a condition/ }).click()
  await page.getByLabel('Show', { exact: true }).selectOption('Always')
  await saved(page)
  delete first!.showIf
  const kept = (await (await context.request.get(api)).json()) as { definition: unknown }
  expect(kept.definition).toEqual(definition)
})

it('can be used by everyone: by day and night, right to left, on a small phone', async () => {
  const { page } = await openEditor()
  const refused: string[] = []
  page.on('console', (said) => said.type() === 'error' && refused.push(said.text()))
  await page.getByRole('button', { name: /^2 Thank you/ }).click()
  await shown(page).getByRole('heading').first().waitFor()
  expect(await faultsOn(page)).toEqual([])
  await page.getByRole('button', { name: 'Appearance', exact: true }).click()
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await faultsOn(page)).toEqual([])

  await page.evaluate(() => localStorage.setItem('ohlas.language', 'he'))
  await page.setViewportSize({ width: 360, height: 740 })
  await page.reload()
  await page.getByRole('button', { name: 'פרסום' }).click()
  await page.getByRole('heading', { name: 'בדיקה' }).waitFor()
  expect(await faultsOn(page)).toEqual([])
  await page.getByRole('button', { name: 'תצוגה', exact: true }).click()
  await shown(page).getByRole('heading').first().waitFor()
  const wide = await page.evaluate(() => document.documentElement.scrollWidth)
  expect(wide).toBeLessThanOrEqual(360)
  await page.evaluate(() => localStorage.removeItem('ohlas.language'))
  expect(refused).toEqual([])
})

it('shrinks a large picture to fit the page, and shows the page’s size', async () => {
  const { page, api } = await openEditor()
  await page.getByRole('button', { name: 'Appearance', exact: true }).click()
  await page.getByLabel('Choose an image').setInputFiles({
    name: 'logo.png',
    mimeType: 'image/png',
    buffer: await aPicture(page),
  })
  await page.getByText(/The image was resized/).waitFor()
  await shown(page).getByRole('img', { name: 'Acme' }).waitFor()
  await saved(page)
  const { definition } = (await (await context.request.get(api)).json()) as {
    definition: { look: { logo: string } }
  }
  // A picture that is only a few dots would not be worth having.
  expect(definition.look.logo.length).toBeGreaterThan(800)
  await page.getByRole('button', { name: 'Publish', exact: true }).first().click()
  await page.getByText(/Page size: (7\.\d|8) kB/).waitFor()
  await page.getByRole('button', { name: 'Publish', exact: true }).last().click()
  await page.getByText('Published, up to date').waitFor()
})
