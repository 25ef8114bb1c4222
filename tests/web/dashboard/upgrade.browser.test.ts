import { expect, it, onTestFinished } from 'vitest'
import { makeFirstAdmin } from '../../support/admin.ts'
import { faultsOn } from '../../support/axe.ts'
import { closeContexts, shareBrowser } from '../../support/sharedBrowser.ts'
import { temporaryFile } from '../../support/database.ts'
import { startServer } from '../../support/server.ts'

it.each([
  ['en', 'Ohlas has probably been updated', 'Reload'],
  ['he', 'ככל הנראה Ohlas עודכן', 'טעינה מחדש'],
])(
  'asks to reload a tab that was open during an upgrade, whose files are gone: %s',
  async (locale, text, reload) => {
    const [browser, server] = await Promise.all([shareBrowser(), startServer(temporaryFile())])
    onTestFinished(
      async () => void (await Promise.all([closeContexts(browser), server.end('SIGKILL')])),
    )
    const context = await browser.newContext({ locale, reducedMotion: 'reduce' })
    const page = await context.newPage()
    await page.setViewportSize({ width: 360, height: 640 })
    await makeFirstAdmin(page.request, server)
    await page.goto(server.url)
    await page.locator('main h1').first().waitFor()

    // The names of another version's files.
    await context.route('**/assets/Surveys-*.js', (route) =>
      route.continue({ url: `${server.url}/assets/Surveys-gone.js` }),
    )
    await page.locator('a[href="/surveys"]').first().click()
    await page.getByText(text).waitFor()
    expect(await faultsOn(page)).toEqual([])

    await context.unroute('**/assets/Surveys-*.js')
    await page.getByRole('button', { name: reload }).click()
    await page.locator('.shell__main h1').first().waitFor()
    expect(new URL(page.url()).pathname).toBe('/surveys')
  },
  120_000,
)
