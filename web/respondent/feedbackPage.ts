import { LONGEST_COMMENT } from '../../surveys/limits.ts'
import { wordsIn, type Words } from '../../surveys/locales/index.ts'
import type { Look } from '../../surveys/definition.ts'
import type { Questioner } from './questioner.ts'
import { layout, type Via } from './layout.ts'
import { html, type Markup } from './markup.ts'

/** A response's status as shown to its customer. */
export type CaseStatus = 'received' | 'open' | 'contacted' | 'resolved' | 'closed'

export type FeedbackPage = Questioner & {
  look?: Look | undefined
  via: Extract<Via, 'widget'> | undefined
  /** The page's URL, without the rest of its query. */
  path: string
  /** The rest of the link's query, from the question mark on. */
  query: string
  /** The day of the response, formatted in the language. */
  on: string
  status: CaseStatus
  answers: { ask: string; text: string }[]
  /** What the customer added later. */
  additions: { on: string; text: string }[]
  /** Whether more can be added. */
  mayAdd: boolean
  /** Whether something was just added. */
  added: boolean
  /** Whether they opted out; null if they are unknown. */
  hasOptedOut: boolean | null
  /** Text that could not be added. */
  draft?: { text: string; problem: string }
}

/** The feedback page: a customer's answers, their status, and possible actions. */
export function feedbackPage(page: FeedbackPage): string {
  const words = wordsIn(page.language)
  return layout({
    ...page,
    title: words.feedback,
    card: html`<h1>${words.feedback}</h1>
      <p>${statusIn(words)[page.status]}</p>
      ${answersOf(page, words)}
      ${page.added && html`<p class="more" role="status">${words.added}</p>`}
      ${page.mayAdd && additionForm(page, words)}
      <div class="end-row">
        ${page.hasOptedOut !== null && optOutForm(page, page.hasOptedOut, words)}
        <a class="link" href="${page.path}/withdrawal${page.query}">${words.withdraw}</a>
      </div>`,
  }).toString()
}

/** Asks to confirm the withdrawal. */
export function withdrawalPage(
  page: Pick<FeedbackPage, 'company' | 'language' | 'look' | 'via' | 'path' | 'query'>,
) {
  const words = wordsIn(page.language)
  return layout({
    ...page,
    title: words.withdraw,
    card: html`<h1>${words.withdraw}</h1>
      <p>${words.withdrawMeans}</p>
      <form method="post" class="end-row">
        <button>${words.withdrawNow}</button>
        <a class="link" href="${page.path}${page.query}">${words.keep}</a>
      </form>`,
  }).toString()
}

const statusIn = (words: Words): Record<CaseStatus, string> => ({
  received: words.stateReceived,
  open: words.stateOpen,
  contacted: words.stateContacted,
  resolved: words.stateResolved,
  closed: words.stateClosed,
})

function answersOf({ on, answers, additions }: FeedbackPage, words: Words): Markup {
  return html`<section class="more">
    <h2 class="ask">${words.youSaid}</h2>
    <p class="state">${dated(words, on)}</p>
    ${answers.map(({ ask, text }) => piece(ask, text))}
    ${additions.map(({ on, text }) => piece(dated(words, on), text))}
  </section>`
}

function piece(about: string, text: string): Markup {
  return html`<div class="more">
    <p class="state" ${ownDirection(about)}>${about}</p>
    <p ${ownDirection(text)}>${lines(text)}</p>
  </div>`
}

/** Text has its own direction; a number has none and follows the page. */
const ownDirection = (text: string) => /\p{L}/u.test(text) && html`dir="auto"`

const lines = (text: string) =>
  text.split('\n').map((line, index) => html`${index > 0 && html`<br />`}${line}`)

function additionForm({ path, query, draft }: FeedbackPage, words: Words): Markup {
  return html`<form class="more" method="post" action="${path}/additions${query}">
    <label class="ask" for="text">${words.addWord}</label>
    ${draft && html`<p class="wrong" id="wrong" role="alert">${draft.problem}</p>`}
    <textarea
      id="text"
      name="text"
      maxlength="${LONGEST_COMMENT}"
      dir="auto"
      required
      ${draft && html`aria-invalid="true" aria-describedby="wrong" autofocus`}
    >
${draft?.text ?? ''}</textarea>
    <div class="end-row"><button>${words.add}</button></div>
  </form>`
}

/** The form to opt out or in again; an embedding site learns the result. */
function optOutForm({ path, query }: FeedbackPage, hasOptedOut: boolean, words: Words): Markup {
  const wish = hasOptedOut ? 'never' : 'again'
  return html`<form method="post" action="${path}/opt-out${query}" data-wish="${wish}">
    ${hasOptedOut && html`<p role="status">${words.askedNoMore}</p>`}
    <button class="link" name="ask" value="${hasOptedOut ? 'again' : 'never'}">
      ${hasOptedOut ? words.askAgain : words.askNoMore}
    </button>
  </form>`
}

const dated = ({ on }: Words, day: string) => on.replace('{date}', () => day)
