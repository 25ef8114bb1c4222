// Runs in the browser, after the markup. Without it the page is a plain form, in steps.
import { ask } from './ask.ts'
import { put, sendStored } from './outbox.ts'

// The page's own part comes last, after this script.
addEventListener('load', () => {
  const form = document.forms.namedItem('survey')
  if (form) ask(form, put)
  sendStored()
})
