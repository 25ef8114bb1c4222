import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

/**
 * What axe finds on a page by all its rules, that of the smallest targets too, which it leaves out
 * unless asked: each rule, with the elements that break it.
 * What is in a frame has tests of its own unless asked for, so that axe need not be carried there to join what it
 * found; and it lists what is wrong only. Both halve the time.
 */
export async function faultsOn(
  page: Page,
  { inFrames = false } = {},
): Promise<[rule: string, elements: string[]][]> {
  const axe = new AxeBuilder({ page }).setLegacyMode()
  if (!inFrames) axe.exclude('iframe')
  const { violations } = await axe
    .options({ resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } })
    .analyze()
  return violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])
}
