import { counted, wordsIn } from '../../../surveys/locales/index.ts'
import { html, type Markup } from '../markup.ts'

/** Seconds before the restart at which a warning is shown; the page's script has the same. */
const WARNINGS = [10, 5]

/** A kiosk's footer, shown by the script. */
export function kioskBar(language: string): Markup {
  const words = wordsIn(language)
  return html`<footer>
    <progress hidden aria-hidden="true"></progress>
    <p class="left" role="status">
      ${WARNINGS.map(
        (seconds) =>
          html`<span data-left="${seconds}" hidden
            >${counted(language, words.startsAgain, seconds)}</span
          >`,
      )}
    </p>
    <p class="offline" role="status"><span hidden>${words.offline}</span></p>
    <button type="button" class="patience" hidden>${words.moreTime}</button>
    <button type="button" class="again" hidden>${words.again}</button>
  </footer>`
}
