import type { Page } from 'playwright-core'

/** More key presses than any page has stops. */
const MOST = 250

/**
 * Presses a key until the focus has visited every element and returned to the first, or left the page.
 * @returns the name of each stop in order, and its faults: no visible focus, outside the viewport,
 *   covered by something else, or stuck
 */
export async function walk(page: Page, key: 'Tab' | 'Shift+Tab') {
  const stops: string[] = []
  const faults: string[] = []
  await page.evaluate(() => {
    ;(document.activeElement as HTMLElement | null)?.blur()
    for (const one of document.querySelectorAll('[data-walked]')) one.removeAttribute('data-walked')
  })
  for (let press = 0; press < MOST; press++) {
    await page.keyboard.press(key)
    const stop = await page.evaluate(look)
    if (!stop) return { stops, faults }
    if (stop.name === 'IFRAME') continue
    stops.push(stop.name)
    faults.push(...stop.faults.map((fault) => `${key} ${stop.name}: ${fault}`))
  }
  return { stops, faults: [...faults, `${key}: does not get on`] }
}

// Runs in the browser.
function look() {
  const focused = document.activeElement as HTMLElement | null
  if (!focused || focused === document.body) return null
  if (focused.tagName === 'IFRAME') return { name: 'IFRAME', faults: [] }
  if ('walked' in focused.dataset) return null
  focused.dataset['walked'] = ''
  // An invisible control is drawn by its label, or on the survey page by the element after it.
  const isClear = getComputedStyle(focused).opacity === '0'
  const drawn = isClear || focused.matches('.visually-hidden') ? focused.closest('label')! : focused
  const { left, top, width, height, right, bottom } = drawn.getBoundingClientRect()
  const faults: string[] = []
  const ring = getComputedStyle(isClear ? focused.nextElementSibling! : drawn)
  if (ring.outlineStyle === 'none') faults.push('has no ring')
  if (bottom <= 0 || right <= 0 || top >= innerHeight || left >= innerWidth)
    faults.push('is out of sight')
  else {
    const hits = [0.1, 0.5, 0.9].flatMap((x) =>
      [0.1, 0.5, 0.9].filter((y) => {
        const hit = document.elementFromPoint(left + width * x, top + height * y)
        return hit && (drawn.contains(hit) || hit.contains(drawn))
      }),
    )
    if (hits.length < 5) faults.push('is covered')
  }
  return { name: focused.ariaLabel ?? drawn.innerText.slice(0, 40) ?? focused.tagName, faults }
}
