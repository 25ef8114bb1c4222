import { createSignal } from 'solid-js'

export const THEMES = ['system', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

const STORAGE_KEY = 'ohlas.theme'
const [theme, setTheme] = createSignal<Theme>('system')

export { theme }

export function startTheme(): void {
  show(THEMES.find((known) => known === localStorage.getItem(STORAGE_KEY)) ?? 'system')
}

export function chooseTheme(chosen: Theme): void {
  localStorage.setItem(STORAGE_KEY, chosen)
  show(chosen)
}

function show(chosen: Theme): void {
  document.documentElement.dataset['theme'] = chosen
  setTheme(chosen)
}
