import type { ParentProps } from 'solid-js'
import icon from '../icon.svg'
import { DisplaySettings } from '../ui/DisplaySettings.tsx'
import { Title } from '../ui/Title.tsx'
import './gate.css'

/** The card for signing in and setting up. */
export function Gate(props: ParentProps<{ title: string }>) {
  return (
    <div class="gate">
      <main class="gate__card">
        <img src={icon} alt="Ohlas" width="32" height="32" />
        <Title>{props.title}</Title>
        {props.children}
      </main>
      <footer class="gate__display">
        <DisplaySettings />
      </footer>
    </div>
  )
}
