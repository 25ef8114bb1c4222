import { createSignal } from 'solid-js'

export const THEMES = ['system', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

const REMEMBERED = 'ohlas.theme'
const [theme, setTheme] = createSignal<Theme>('system')

export { theme }

export function startTheme(): void {
  show(THEMES.find((known) => known === localStorage.getItem(REMEMBERED)) ?? 'system')
}

export function chooseTheme(chosen: Theme): void {
  localStorage.setItem(REMEMBERED, chosen)
  show(chosen)
}

function show(chosen: Theme): void {
  document.documentElement.dataset['theme'] = chosen
  setTheme(chosen)
}
