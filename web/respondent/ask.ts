import type { Outcome, Tell } from './outbox.ts'

type Given = Record<string, number | string | string[]>

/** How long a pause in typing, or in walking along the scale by key, makes what is there an answer. */
const PAUSE = 800

const find = <T extends Element = HTMLInputElement>(
  selector: string,
  within: ParentNode = document,
) => [...within.querySelectorAll<T>(selector)]

/** The fields that hold answers. */
const ANY = 'fieldset [name]:not([type=hidden])'
const ENABLED = `${ANY}:enabled`
type Hidden = 'token' | 'response' | 'revision' | 'lang'
const isChoice = ({ type }: HTMLInputElement) => type === 'radio' || type === 'checkbox'

/**
 * Makes a survey's form one that keeps what is said as it is said.
 * @param keep   what a save is given to: the address it goes to, what it says, and whether to hurry
 * @param signal aborted when the form gives way to another
 */
export function ask(
  form: HTMLFormElement,
  keep: (url: string, body: string, hurry: boolean, tell: Tell) => void,
  signal?: AbortSignal,
) {
  // No question is called like one of these.
  const { token, response, revision, lang } = form as unknown as Record<Hidden, HTMLInputElement>
  const questions = find<HTMLFieldSetElement>('fieldset')
  const [end] = find<HTMLElement>('.end-row') as [HTMLElement]
  // Not on the form itself, where a question may be called "dataset".
  const words = end.dataset
  const [state] = find('.state') as [Element]
  const [thanks] = find<HTMLElement>('.thanks div') as [HTMLElement]
  const [nav] = find<HTMLElement>('nav')
  const [title] = find<HTMLElement>('h1', thanks)
  const [change] = find<HTMLElement>('button', thanks)
  const [back] = find<HTMLAnchorElement>('p .link', thanks)
  const memory = memoryOf(words.version!)

  /** What was saved last, as this tab remembers it. */
  let remembered = ''
  let finished = false
  let unsaved = false
  /** Until a person acts, whatever is chosen came with the link or was done by a program. */
  let confirmed = false
  let byKey = false
  let timer = 0
  /** When the customer first did something, by this device's clock. */
  let answeredAt: number | undefined

  if (lang) confirmed = true
  else recall(resume)
  show()
  if (!confirmed && chosen()[0]) save()

  for (const act of ['keydown', 'click', 'input']) form.addEventListener(act, confirm, true)

  form.addEventListener('keydown', (event) => {
    byKey = event.key.startsWith('Arrow')
    const choice = event.target as HTMLInputElement
    if (event.key !== 'Enter' || choice.type !== 'radio') return
    // Enter takes the choice and goes on to the next question; as a form it would be sent without it.
    event.preventDefault()
    choice.click()
    const after = questions.indexOf(choice.closest('fieldset')!) + 1
    const [next] = questions.slice(after).flatMap((question) => find(ENABLED, question))
    ;(next ?? find('button', end)[0]!).focus()
  })
  form.addEventListener('pointerdown', () => (byKey = false))
  form.addEventListener('input', (event) => {
    const field = event.target as HTMLInputElement
    const before = end.hidden
    show()
    if (before) {
      end.scrollIntoView({ block: 'nearest' })
      find('.more:enabled')[0]?.scrollIntoView({ block: 'nearest' })
    }
    if (field.value === 'other' && field.checked && !byKey)
      find('.other', field.closest('fieldset')!)[0]?.focus()
    unsaved = true
    finished = false
    clearTimeout(timer)
    if (byKey || !isChoice(field)) timer = window.setTimeout(save, PAUSE)
    else save()
  })
  form.addEventListener('submit', (event) => {
    if ((event.submitter as HTMLButtonElement | null)?.name) return
    event.preventDefault()
    const [wrong] = find('input:invalid:enabled')
    finished = !wrong
    if (wrong) {
      complain(wrong, true)
      wrong.focus()
    }
    save()
  })
  change!.addEventListener('click', () => {
    turn(false)
    remember()
    chosen()[0]?.focus()
  })
  addEventListener('pagehide', leave, { signal })
  document.addEventListener('visibilitychange', () => document.hidden && leave(), { signal })

  /** Takes a person's act that chooses, writes or sends something; any other confirms nothing. */
  function confirm({ isTrusted, type, target, key = type }: Event & { key?: string }) {
    // Radios, checkboxes and the button are pressed, all else is written into.
    const act = /^[rcs]/.test((target as HTMLInputElement).type) ? 'click' : 'input'
    if (confirmed || !isTrusted || ![act, 'Enter', ' '].includes(key)) return
    confirmed = unsaved = true
    // A score that came with the link is saved as well, once the act has done what it does.
    if (chosen()[0]) setTimeout(leave)
  }

  function chosen() {
    return find('.first :checked')
  }

  /** Brings out what is asked after this score, in the words for it. */
  function show() {
    const band = chosen()[0]?.dataset.band
    for (const question of questions.slice(1)) {
      const [asked, ...tokens] = (question.dataset.if ?? '').split(' ')
      const met =
        !asked ||
        find(`[name=${asked}]:checked:enabled`).some(
          ({ value, dataset }) => tokens.includes(value) || tokens.includes(dataset.band!),
        )
      question.hidden = question.disabled = !band || !met
    }
    for (const field of find('.other'))
      field.hidden = field.disabled = !find('[value=other]:checked', field.parentElement!)[0]
    for (const field of find('[type=email]:valid')) complain(field, false)
    if (band)
      for (const text of find<HTMLElement>('[data-happy]')) text.textContent = text.dataset[band]!
    end.firstElementChild!.textContent = words.send!
    end.hidden = !band
  }

  /** What is there by now; what can't be right yet, such as half an address, is left out. */
  function given(): Given {
    const answers: Given = {}
    for (const field of find(ENABLED, form)) {
      const { name, value, type } = field
      if (!isChoice(field)) {
        if (field.validity.valid) answers[name] = value
      } else if (!field.checked) continue
      else if (type === 'radio') answers[name] = 'band' in field.dataset ? +value : value
      else answers[name] = [...((answers[name] as string[] | undefined) ?? []), value]
    }
    return answers
  }

  /** Shows or hides what is wrong with an address; the words stand before it. */
  function complain(field: HTMLInputElement, wrong: boolean) {
    const told = field.previousElementSibling as HTMLElement
    told.hidden = !wrong
    field.setAttribute('aria-invalid', `${wrong}`)
    field.setAttribute('aria-describedby', wrong ? told.id : '')
  }

  /** Puts the whole response under its id, so that sending twice is sending once. */
  function save(hurry = false) {
    clearTimeout(timer)
    unsaved = false
    finished ||= confirmed && questions.slice(1).every((question) => question.disabled)
    const number = +revision.value
    revision.value = `${number + 1}`
    if (confirmed) answeredAt ??= Date.now()
    const body = {
      token: token.value,
      answers: given(),
      complete: finished,
      confirmed,
      topic: form.topic.value,
      revision: number,
      answeredAt,
    }
    remembered = JSON.stringify([response.value, revision.value, body])
    if (confirmed) {
      remember()
      timer = window.setTimeout(say, 400, words.saving)
    }
    keep(`${location.pathname}/responses/${response.value}`, JSON.stringify(body), hurry, heard)
  }

  function leave() {
    if (unsaved) save(true)
  }

  function heard(kind: Outcome[0], detail?: Outcome[1]) {
    if (!confirmed) return
    if (!unsaved) clearTimeout(timer)
    say((kind === 'checking' ? detail : words[kind]) ?? '')
    // What waits says so and no more.
    if (kind !== 'refused' && !(kind === 'saved' && finished)) return
    recall((storage) => delete storage[memory])
    if (kind === 'saved') {
      back!.hidden = !detail
      back!.href = detail!
      turn(true)
      title!.focus()
      // What was refused goes the way of a page without script: the server's page says why.
    } else HTMLFormElement.prototype.submit.call(form)
  }

  function turn(done: boolean) {
    finished = done
    form.toggleAttribute('hidden', done)
    thanks.hidden = !done
    if (nav) nav.hidden = done
  }

  function say(text: string) {
    state.textContent = text
  }

  function remember() {
    recall((storage) => (storage[memory] = remembered))
  }

  /** A reload or a change of language goes on with what a person confirmed, whatever the link says now. */
  function resume(storage: Storage) {
    const [id, number, kept] = JSON.parse(storage[memory])
    response.value = id
    revision.value = number
    token.value = kept.token
    answeredAt = kept.answeredAt
    for (const field of find(ANY, form)) {
      const answer = kept.answers[field.name]
      if (isChoice(field)) field.checked = [answer].flat().map(String).includes(field.value)
      else field.value = answer ?? ''
    }
    confirmed = true
    say('')
  }
}

/** Where this tab remembers an unfinished answer: by survey, version and whom the link was for. */
function memoryOf(version: string): string {
  const query = new URLSearchParams(location.search)
  query.delete('lang')
  query.delete('score')
  return [location.pathname, query, version].join(' ')
}

/** A browser that gives no storage, or nothing there that can be read, begins anew. */
function recall(use: (storage: Storage) => void) {
  try {
    use(sessionStorage)
  } catch {}
}
