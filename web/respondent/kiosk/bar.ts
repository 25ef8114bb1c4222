import { counted, wordsIn } from '../../../surveys/locales/index.ts'
import { html, type Markup } from '../markup.ts'

/** In how many seconds a kiosk starts again when it says so; the page's script knows them, too. */
const SAID_AT = [10, 5]

/** What a kiosk shows at its foot; the script, without which nothing starts again, brings it out. */
export function kioskBar(language: string): Markup {
  const words = wordsIn(language)
  return html`<footer>
    <progress hidden aria-hidden="true"></progress>
    <p class="left" role="status">
      ${SAID_AT.map(
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
