import { onTestFinished, vi } from 'vitest'

/** What of a browser the dashboard's state uses, for one test: events, timers, storage and language. */
export function stubWindow() {
  const page = Object.assign(new EventTarget(), {
    visibilityState: 'visible',
    hidden: false,
    documentElement: { lang: '', dir: '' },
  })
  const window = Object.assign(new EventTarget(), {
    setTimeout: (run: () => void, pause: number) => setTimeout(run, pause),
  })
  vi.stubGlobal('window', window)
  vi.stubGlobal('document', page)
  vi.stubGlobal('navigator', { languages: ['en'] })
  const stored = { localStorage: storage(), sessionStorage: storage() }
  for (const [name, one] of Object.entries(stored)) vi.stubGlobal(name, one)
  onTestFinished(() => void vi.unstubAllGlobals())
  return {
    ...stored,
    goOnline: () => window.dispatchEvent(new Event('online')),
    show: () => void window.dispatchEvent(new Event('visibilitychange')),
    hide: () => {
      Object.assign(page, { visibilityState: 'hidden', hidden: true })
      page.dispatchEvent(new Event('visibilitychange'))
    },
  }
}

function storage(): Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> {
  const items = new Map<string, string>()
  return {
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
  }
}
