import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

/**
 * Runs axe on a page with all its rules, including that of target sizes, which is off by default. Skips
 * frames by default, since they have tests of their own, and reports only violations; both halve the
 * time.
 * @returns each broken rule with its elements
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
