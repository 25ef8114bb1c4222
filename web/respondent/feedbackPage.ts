import { LONGEST_COMMENT } from '../../surveys/answers.ts'
import { wordsIn, type Words } from '../../surveys/locales/index.ts'
import type { Look } from '../../surveys/definition.ts'
import type { Questioner } from './questioner.ts'
import { layout, type Via } from './layout.ts'
import { html, type Markup } from './markup.ts'

/** Where a response stands, as its customer is told. */
export type CaseStatus = 'received' | 'open' | 'contacted' | 'resolved' | 'closed'

export type FeedbackPage = Questioner & {
  look?: Look | undefined
  via: Extract<Via, 'widget'> | undefined
  /** Its own address, without what else the link says. */
  path: string
  /** What the link says else, from the question mark on. */
  query: string
  /** On which day it was said, as the language writes it. */
  on: string
  standing: CaseStatus
  said: { ask: string; text: string }[]
  /** What they added later. */
  additions: { on: string; text: string }[]
  /** Whether there is room for more words. */
  mayAdd: boolean
  /** Whether words have just been added. */
  added: boolean
  /** Whether they are not to be asked again; null where nobody knows who they are. */
  silent: boolean | null
  /** What was written and could not be added. */
  draft?: { text: string; problem: string }
}

/** What a customer told us, where it stands, and what they may do about it. */
export function feedbackPage(page: FeedbackPage): string {
  const words = wordsIn(page.language)
  return layout({
    ...page,
    title: words.feedback,
    card: html`<h1>${words.feedback}</h1>
      <p>${standingIn(words)[page.standing]}</p>
      ${said(page, words)} ${page.added && html`<p class="more" role="status">${words.added}</p>`}
      ${page.mayAdd && adding(page, words)}
      <div class="end-row">
        ${page.silent !== null && silence(page, page.silent, words)}
        <a class="link" href="${page.path}/withdrawal${page.query}">${words.withdraw}</a>
      </div>`,
  }).toString()
}

/** Asks whether everything is really to be erased. */
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

const standingIn = (words: Words): Record<CaseStatus, string> => ({
  received: words.stateReceived,
  open: words.stateOpen,
  contacted: words.stateContacted,
  resolved: words.stateResolved,
  closed: words.stateClosed,
})

function said({ on, said, additions }: FeedbackPage, words: Words): Markup {
  return html`<section class="more">
    <h2 class="ask">${words.youSaid}</h2>
    <p class="state">${dated(words, on)}</p>
    ${said.map(({ ask, text }) => piece(ask, text))}
    ${additions.map(({ on, text }) => piece(dated(words, on), text))}
  </section>`
}

function piece(about: string, text: string): Markup {
  return html`<div class="more">
    <p class="state" ${ownDirection(about)}>${about}</p>
    <p ${ownDirection(text)}>${lines(text)}</p>
  </div>`
}

/** Words run in their own direction; a number has none, and stands where the page's lines begin. */
const ownDirection = (text: string) => /\p{L}/u.test(text) && html`dir="auto"`

const lines = (text: string) =>
  text.split('\n').map((line, index) => html`${index > 0 && html`<br />`}${line}`)

function adding({ path, query, draft }: FeedbackPage, words: Words): Markup {
  return html`<form class="more" method="post" action="${path}/words${query}">
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

/** The form that says not to ask again, or to ask again; a site that shows the page hears which holds. */
function silence({ path, query }: FeedbackPage, silent: boolean, words: Words): Markup {
  const wish = silent ? 'never' : 'again'
  return html`<form method="post" action="${path}/silence${query}" data-wish="${wish}">
    ${silent && html`<p role="status">${words.askedNoMore}</p>`}
    <button class="link" name="ask" value="${silent ? 'again' : 'never'}">
      ${silent ? words.askAgain : words.askNoMore}
    </button>
  </form>`
}

const dated = ({ on }: Words, day: string) => on.replace('{date}', () => day)
