import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

/**
 * What axe finds on a page by all its rules: each rule, with the elements that break it.
 * What is in a frame has tests of its own, so that axe need not be carried to a second page to join what it found; and
 * it lists what is wrong only. Both halve the time.
 */
export async function faultsOn(page: Page): Promise<[rule: string, elements: string[]][]> {
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .exclude('iframe')
    .options({ resultTypes: ['violations'] })
    .analyze()
  return violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])
}
