// Runs in the browser, after the markup. Without it the page is a plain form, in steps.
import { ask } from './ask.ts'
import { put, sendWhatIsLeft } from './outbox.ts'

const form = document.forms.namedItem('survey')
if (form) ask(form, put)
sendWhatIsLeft()
