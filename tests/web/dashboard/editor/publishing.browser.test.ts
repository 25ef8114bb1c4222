import { expect, it } from 'vitest'
import { context, openEditor, saved, serveEditor } from './openEditor.ts'

serveEditor()

it('asks which version to keep if someone else has saved meanwhile', async () => {
  const { page, api } = await openEditor()
  const { draft, definition } = (await (await context.request.get(api)).json()) as {
    draft: { revision: number }
    definition: { thanks: { en: { happy: string } } }
  }
  definition.thanks.en.happy = 'Theirs'
  await context.request.put(`${api}/draft`, { data: { revision: draft.revision, definition } })

  await page.getByRole('button', { name: 'Thank you', exact: true }).click()
  await page.getByLabel('Thank you (Happy').fill('Mine')
  await page.getByText(/^Ada saved this survey on/).waitFor()
  await page.getByRole('button', { name: 'Load their version' }).click()
  await expect.poll(() => page.getByLabel('Thank you (Happy').inputValue()).toBe('Theirs')
  await page.getByRole('button', { name: 'Undo' }).click()
  await saved(page)
  const kept = (await (await context.request.get(api)).json()) as { definition: typeof definition }
  expect(kept.definition.thanks.en.happy).toBe('Mine')
})

it('publishes nothing that was saved elsewhere and not seen here', async () => {
  const { page, api } = await openEditor()
  await page.getByRole('button', { name: 'Publish', exact: true }).click()
  const detail = (await (await context.request.get(api)).json()) as {
    definition: { thanks: { en: { happy: string } } }
    draft: { revision: number }
  }
  const { definition, draft } = detail
  definition.thanks.en.happy = 'Unseen'
  await context.request.put(`${api}/draft`, { data: { revision: draft.revision, definition } })
  const publish = page
    .getByRole('region', { name: 'Publish' })
    .getByRole('button', { name: 'Publish', exact: true })
  await publish.click()
  await page.getByText(/^Ada saved this survey on/).waitFor()
  expect(await (await context.request.get(api)).json()).toMatchObject({ version: null })
  await page.getByRole('button', { name: 'Load their version' }).click()
  await publish.click()
  await expect
    .poll(async () => (await context.request.get(api)).json())
    .toMatchObject({ version: 1, published: definition })
})

it('lists what is unfinished, links to it, and publishes when ready', async () => {
  const { page } = await openEditor()
  await page.getByRole('button', { name: 'Add question' }).click()
  await page.getByRole('button', { name: /^Free text/ }).click()
  await page.getByRole('button', { name: /^Publish/ }).click()
  const publish = page
    .getByRole('region', { name: 'Publish' })
    .getByRole('button', { name: 'Publish', exact: true })
  expect(await publish.isDisabled()).toBe(true)
  await page.getByRole('button', { name: /^English 1 text missing/ }).click()
  expect(
    await page
      .getByRole('textbox', { name: /^Question/ })
      .evaluate((one) => one === document.activeElement),
  ).toBe(true)
  await page.keyboard.type('Anything else?')
  await page.getByRole('button', { name: 'Publish', exact: true }).click()
  await publish.click()
  await page.getByText('“After support” is live.').waitFor()
  await page.getByText('Published, up to date').waitFor()
  await page.getByText('Version 1').waitFor()

  await page.getByRole('button', { name: 'Thank you', exact: true }).click()
  await page.getByLabel('Thank you (Happy').fill('Thank you, and see you.')
  await page.getByRole('button', { name: 'Publish', exact: true }).click()
  await page.getByText('Thank you, and see you.').waitFor()
  await page.getByRole('button', { name: 'Revert to published version' }).click()
  await page.getByText('Published, up to date').waitFor()
  await saved(page)
})

it('keeps the section and the field in the address, and the unpublished changes in sight', async () => {
  const { page } = await openEditor()
  await page.getByRole('button', { name: 'Publish', exact: true }).click()
  await page.waitForURL(/#publish$/)
  await page.reload()
  const section = page.getByRole('region', { name: 'Publish' })
  await section.getByRole('button', { name: 'Publish', exact: true }).click()
  await page.getByText('Live', { exact: true }).waitFor()

  await page.getByRole('button', { name: 'Thank you', exact: true }).click()
  await page.getByLabel('Thank you (Happy').fill('Thank you, and see you.')
  await page.waitForURL(/#thanks\.en\.happy$/)
  await page.getByText('1 change not published').waitFor()
  await saved(page)
  await page.reload()
  const field = page.getByLabel('Thank you (Happy')
  await expect.poll(() => field.evaluate((one) => one === document.activeElement)).toBe(true)
  await page.getByRole('button', { name: 'Publish changes' }).click()
  await page.getByText('“After support” is live.').waitFor()
  expect(await page.getByText('1 change not published').count()).toBe(0)
})
