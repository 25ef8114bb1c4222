// Runs in the browser, after the markup. Without it the page is a plain form, in steps.
import { ask } from './ask.ts'
import { put, sendWhatIsLeft } from './outbox.ts'

// What is the page's own comes last, behind this.
addEventListener('load', () => {
  const form = document.forms.namedItem('survey')
  if (form) ask(form, put)
  sendWhatIsLeft()
})
