import { execFileSync } from 'node:child_process'
import { chromium, type Browser } from 'playwright-core'
import { findProgram, installPackage, isProgram } from './programs.ts'

/** A headless shell first: it opens a page in less than half of the time. */
const NAMES = [
  'chromium-headless-shell',
  'chrome-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
]
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/** Opens a browser with a fresh profile and without background activity. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: findBrowser(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}

/**
 * Finds a browser: CHROMIUM_PATH, else the system's Chromium or Chrome, else Playwright's own.
 * @throws Error saying how to get one, since browser tests are never skipped
 */
function findBrowser(): string {
  const wanted = process.env.CHROMIUM_PATH
  if (wanted) {
    if (isProgram(wanted)) return wanted
    throw new Error(`CHROMIUM_PATH=${wanted}: there is no program that can be run.`)
  }
  const found = findProgram(NAMES, [...PLACES, chromium.executablePath()])
  if (found) return found
  throw new Error(
    'The browser tests need Chromium or Chrome. Install one, or set CHROMIUM_PATH to its path.',
  )
}

/** Downloads a browser if there is none: Playwright's own, or the system's when run as root. */
export function fetchBrowser(): void {
  if (canFind()) return
  try {
    execFileSync('npx', ['playwright-core', 'install', 'chromium'], { stdio: 'inherit' })
  } catch {
    installPackage('chromium-headless-shell')
  }
}

function canFind(): boolean {
  try {
    findBrowser()
    return true
  } catch {
    return false
  }
}
