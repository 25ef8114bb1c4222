import { wordsIn, type Words } from '../../surveys/locales/index.ts'
import type { Band } from '../../surveys/scoring/metrics.ts'
import { HIDDEN_LINK, mainQuestion, type SurveyDefinition } from '../../surveys/definition.ts'
import { filled, type Questioner } from './questioner.ts'
import { nameOfValue } from './fields/scales.ts'
import { layout, type Shown, type Via } from './layout.ts'
import { hasPictures } from './fields/scales.ts'
import { html, raw, type Markup } from './markup.ts'
import { questionFields } from './questions.ts'
import { chosenBand, perBand, problemText, textOf, type Problem, type Sheet } from './sheet.ts'

export type AskPage = Questioner & {
  definition: SurveyDefinition
  version: number
  token: string
  response: string
  /** The revision of the next save. */
  revision: number
  /** Answers by question id, valid or not. */
  answers: Record<string, unknown>
  problems?: Problem[]
  /** Whether sending is final, for a single-use link. */
  once?: boolean
  /**
   * The beginning of the page's URL in another language; the language's code is appended. A page that
   * responds to a form (`null`) switches by sending the form again.
   */
  addressStart: string | null
  via?: Via
}

/**
 * A page in two parts: one shared with many others, the same bytes of UTF-8 for all, and its own, down
 * to the document's end.
 */
export type PageParts = { common: Buffer<ArrayBuffer>; own: string }

/** The questions; only the score until it is chosen. */
export function askPage(page: AskPage): PageParts {
  const own = html`<input type="hidden" form="survey" name="token" value="${page.token}" />
    <input type="hidden" form="survey" name="response" value="${page.response}" />
    <input type="hidden" form="survey" name="revision" value="${page.revision}" />
    ${
      page.addressStart === null &&
      html`<input type="hidden" form="survey" name="lang" value="${page.language}" />`
    }
    ${hasOwnSwitch(page) && languageSwitch(page)}${raw(END)}`
  return { common: commonOf(page), own: own.toString() }
}

/** The beginning of URLs without other parameters. */
export const PLAIN_START = '?lang='

/** The thank-you page after the last question, worded for the score's band. */
export function thanksPage(
  page: Questioner & {
    definition: SurveyDefinition
    band: Band | null
    via?: Via
    feedback?: string
  },
): string {
  const { text, questioner, as } = textOf(page, page.definition.thanks)
  const title = filled(text[page.band ?? 'neutral'], questioner)
  const card = html`<div class="thanks">
    <h1 ${as}>${title}</h1>
    ${linksOf(page)} ${page.feedback && backLink(page.language, page.feedback)}
  </div>`
  return notice({ ...page, look: page.definition.look }, card, title)
}

/** The link to the feedback page; the script, which gets it later, fills it in. */
function backLink(language: string, address?: string): Markup {
  return html`<p>
    <a class="link" ${address ? html`href="${address}"` : html`hidden`}
      >${wordsIn(language).seeFeedback}</a
    >
  </p>`
}

/** A page with a message only: a survey is closed, unknown, or out of order. */
export function noticePage(
  questioner: Questioner & Pick<Shown, 'look' | 'via'>,
  title: string,
  text?: string,
): string {
  return notice(
    questioner,
    html`<div class="thanks">
      <h1>${title}</h1>
      ${text && html`<p>${text}</p>`}
    </div>`,
    title,
  )
}

function notice(
  shown: Pick<Shown, 'company' | 'language' | 'look' | 'via'>,
  card: Markup,
  title: string,
) {
  return layout({ ...shown, title, card }).toString()
}

/** Links for every respondent, whatever they answered. */
function linksOf(page: Questioner & { definition: SurveyDefinition; via?: Via }): Markup | '' {
  const { links } = page.definition
  // A kiosk could not return from there.
  if (!links?.length || page.via === 'kiosk') return ''
  return html`<p>${wordsIn(page.language).tellOthers}</p>
    ${links.map(({ url, text: texts }) => {
      const { text, questioner, as } = textOf(page, texts)
      const name = filled(text, questioner)
      return html`<a class="tell" href="${url}" target="_blank" rel="noopener noreferrer"
        >${as ? html`<span ${as}>${name}</span>` : name}</a
      >`
    })}`
}

type Made = Pick<AskPage, 'company' | 'version'> & Pick<PageParts, 'common'>

const made = new WeakMap<SurveyDefinition, Map<string, Made>>()

/** The cached part for everyone who opens a survey in one language with one score. */
function commonOf(page: AskPage): PageParts['common'] {
  const { definition, company, version, language, answers, banner, via, once, problems } = page
  const main = mainQuestion(definition)
  for (const id in answers) if (id !== main.id) return makeCommon(page)
  if (problems || banner) return makeCommon(page)
  let pages = made.get(definition)
  if (!pages) made.set(definition, (pages = new Map()))
  const link = hasOwnSwitch(page) ? 'own' : page.addressStart
  // Short, because every page builds it.
  const key = `${language} ${String(answers[main.id])} ${via} ${once} ${link}`
  const known = pages.get(key)
  if (known?.version === version && known.company === company) return known.common
  const common = makeCommon(page)
  if (pages.size > 1_000) pages.clear()
  pages.set(key, { common, company, version })
  return common
}

function makeCommon(page: AskPage): PageParts['common'] {
  const { definition, language } = page
  const words = wordsIn(language)
  const sheet: Sheet = { ...page, words }
  const { text, questioner } = textOf(page, mainQuestion(definition).text)
  const thanks = textOf(page, definition.thanks)
  const whole = layout({
    ...page,
    look: definition.look,
    pictures: hasPictures(definition),
    title: filled(text.ask, questioner),
    card: html`<form id="survey" method="post" autocomplete="off" novalidate>
        ${page.problems?.map(({ text, field }) => !field && problemText(text, 'wrong'))}
        ${questionFields(sheet)}
        <div class="end-row" data-version="${page.version}" ${scriptWords(words)}>
          <button>${isFirstStep(page) ? words.next : words.send}</button>
          <p class="state" role="status">${toConfirm(page, words)}</p>
        </div>
        ${HONEYPOT}
      </form>
      <div class="thanks" role="status">
        <div hidden>
          <h1 tabindex="-1" ${thanks.as} ${perBand(thanks.text, thanks.questioner)}></h1>
          ${linksOf(page)}
          <button type="button" class="link" ${page.once && html`hidden`}>${words.change}</button>
          ${backLink(language)}
        </div>
      </div>`,
    below: hasOwnSwitch(page) ? raw('') : languageSwitch(page),
  }).toString()
  return Buffer.from(whole.slice(0, whole.lastIndexOf(END)))
}

/** A page's own part is inserted before this. */
const END = '</body></html>'

/** A field and a link that only programs see. */
const HONEYPOT = html`<p class="away" aria-hidden="true">
  <input name="topic" tabindex="-1" autocomplete="off" /><a
    href="?${HIDDEN_LINK}"
    tabindex="-1"
    rel="nofollow"
  ></a>
</p>`

/** The message about a score that came with the link and waits for confirmation. */
function toConfirm(page: AskPage, { confirm }: Words): string {
  const { language, answers, definition } = page
  const main = mainQuestion(definition)
  const score = answers[main.id]
  if (page.addressStart === null || typeof score !== 'number') return ''
  return confirm.replace('{score}', nameOfValue(language, main, score))
}

/** Whether more questions follow the score. */
function isFirstStep(page: AskPage): boolean {
  return chosenBand(page) === null && page.definition.questions.length > 1
}

/** The script's texts, as attributes. */
function scriptWords({ send, saving, saved, waiting, failed }: Words): Markup {
  return html`data-send="${send}" data-saving="${saving}" data-saved="${saved}"
  data-waiting="${waiting}" data-unkept="${failed}"`
}

/** Whether the language links carry this link's own parameters. */
function hasOwnSwitch({ addressStart }: AskPage): boolean {
  return addressStart !== null && addressStart !== PLAIN_START
}

/**
 * Links to the other languages. Three or more fold behind the current one's name, but not on a kiosk,
 * where each customer looks for theirs.
 */
function languageSwitch(page: AskPage): Markup {
  const { language: current, via } = page
  const { languages } = page.definition
  if (languages.length < 2) return raw('')
  const choices = languages.map((language) => languageChoice(page, language))
  return html`<nav aria-label="${wordsIn(current).language}">
    ${
      languages.length === 2 || via === 'kiosk'
        ? choices
        : html`<details>
            <summary>${ownNameOf(current)}</summary>
            ${choices}
          </details>`
    }
  </nav>`
}

function languageChoice({ language: current, addressStart }: AskPage, language: string): Markup {
  const name = ownNameOf(language)
  if (language === current) return html`<b lang="${language}" aria-current="true">${name}</b>`
  if (addressStart === null)
    return html`<button form="survey" name="switch" value="${language}" lang="${language}">
      ${name}
    </button>`
  const address = `${addressStart}${language}`
  return html`<a href="${address}" lang="${language}">${name}</a>`
}

const ownNames = new Map<string, string>()

/** A language's own name: "čeština". */
function ownNameOf(language: string): string {
  let name = ownNames.get(language)
  if (!name) {
    name = new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language
    ownNames.set(language, name)
  }
  return name
}
