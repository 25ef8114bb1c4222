import type { OnOutcome, Outcome } from './outbox.ts'

type Answers = Record<string, number | string | string[]>

/** The pause in typing, or in moving along the scale by keys, after which an answer is saved. */
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
 * Makes a survey's form save every answer as it is given.
 * @param put    stores and sends a save; `hurry` if the page is being closed
 * @param signal aborted when another form replaces this one
 */
export function ask(
  form: HTMLFormElement,
  put: (url: string, body: string, hurry: boolean, onOutcome: OnOutcome) => void,
  signal?: AbortSignal,
) {
  // These names are reserved, so no question has them.
  const { token, response, revision, lang } = form as unknown as Record<Hidden, HTMLInputElement>
  const questions = find<HTMLFieldSetElement>('fieldset')
  const [end] = find<HTMLElement>('.end-row') as [HTMLElement]
  // Not on the form itself, where a question may be named "dataset".
  const words = end.dataset
  const [state] = find('.state') as [Element]
  const [thanks] = find<HTMLElement>('.thanks div') as [HTMLElement]
  const [nav] = find<HTMLElement>('nav')
  const [title] = find<HTMLElement>('h1', thanks)
  const [change] = find<HTMLElement>('button', thanks)
  const [back] = find<HTMLAnchorElement>('p .link', thanks)
  const key = storageKey(words.version!)

  /** The last save, as stored for this tab. */
  let lastSave = ''
  let finished = false
  let unsaved = false
  /** Whether a person has acted; before that, any choice comes from the link or a program. */
  let confirmed = false
  let byKey = false
  let timer = 0
  /** The first action, by the device's clock. */
  let answeredAt: number | undefined

  if (lang) confirmed = true
  else withStorage(restore)
  show()
  if (!confirmed && chosen()[0]) save()

  for (const act of ['keydown', 'click', 'input']) form.addEventListener(act, confirm, true)

  form.addEventListener('keydown', (event) => {
    byKey = event.key.startsWith('Arrow')
    const choice = event.target as HTMLInputElement
    if (event.key !== 'Enter' || choice.type !== 'radio') return
    // Enter selects the option and focuses the next question, instead of submitting the form.
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
      showError(wrong, true)
      wrong.focus()
    }
    save()
  })
  change!.addEventListener('click', () => {
    setFinished(false)
    storeLastSave()
    chosen()[0]?.focus()
  })
  addEventListener('pagehide', leave, { signal })
  document.addEventListener('visibilitychange', () => document.hidden && leave(), { signal })

  /** Notes that a person chooses, types or submits something; other events confirm nothing. */
  function confirm({ isTrusted, type, target, key = type }: Event & { key?: string }) {
    // Radios, checkboxes and the button are clicked, everything else is typed into.
    const act = /^[rcs]/.test((target as HTMLInputElement).type) ? 'click' : 'input'
    if (confirmed || !isTrusted || ![act, 'Enter', ' '].includes(key)) return
    confirmed = unsaved = true
    // Saves a score that came with the link, after the event has taken effect.
    if (chosen()[0]) setTimeout(leave)
  }

  function chosen() {
    return find('.first :checked')
  }

  /** Shows the questions that follow the answers so far, worded for the score's band. */
  function show() {
    const band = chosen()[0]?.dataset.band
    for (const question of questions.slice(1)) {
      const [id, ...tokens] = (question.dataset.if ?? '').split(' ')
      const met =
        !id ||
        find(`[name=${id}]:checked:enabled`).some(
          ({ value, dataset }) => tokens.includes(value) || tokens.includes(dataset.band!),
        )
      question.hidden = question.disabled = !band || !met
    }
    for (const field of find('.other'))
      field.hidden = field.disabled = !find('[value=other]:checked', field.parentElement!)[0]
    for (const field of find('[type=email]:valid')) showError(field, false)
    if (band)
      for (const text of find<HTMLElement>('[data-happy]')) text.textContent = text.dataset[band]!
    end.firstElementChild!.textContent = words.send!
    end.hidden = !band
  }

  /** The answers so far, without invalid ones such as half an address. */
  function currentAnswers(): Answers {
    const answers: Answers = {}
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

  /** Shows or hides an address's error, which is the element before it. */
  function showError(field: HTMLInputElement, wrong: boolean) {
    const error = field.previousElementSibling as HTMLElement
    error.hidden = !wrong
    field.setAttribute('aria-invalid', `${wrong}`)
    field.setAttribute('aria-describedby', wrong ? error.id : '')
  }

  /** Saves the whole response by its id, so that repeating a save changes nothing. */
  function save(hurry = false) {
    clearTimeout(timer)
    unsaved = false
    finished ||= confirmed && questions.slice(1).every((question) => question.disabled)
    const number = +revision.value
    revision.value = `${number + 1}`
    if (confirmed) answeredAt ??= Date.now()
    const body = {
      token: token.value,
      answers: currentAnswers(),
      complete: finished,
      confirmed,
      topic: form.topic.value,
      revision: number,
      answeredAt,
    }
    lastSave = JSON.stringify([response.value, revision.value, body])
    if (confirmed) {
      storeLastSave()
      timer = window.setTimeout(showState, 400, words.saving)
    }
    put(`${location.pathname}/responses/${response.value}`, JSON.stringify(body), hurry, onOutcome)
  }

  function leave() {
    if (unsaved) save(true)
  }

  function onOutcome(kind: Outcome[0], detail?: Outcome[1]) {
    if (!confirmed) return
    if (!unsaved) clearTimeout(timer)
    showState((kind === 'checking' ? detail : words[kind]) ?? '')
    if (kind !== 'refused' && !(kind === 'saved' && finished)) return
    withStorage((storage) => delete storage[key])
    if (kind === 'saved') {
      back!.hidden = !detail
      back!.href = detail!
      setFinished(true)
      title!.focus()
      // Submits a rejected response as a form, so that the server's page explains the error.
    } else HTMLFormElement.prototype.submit.call(form)
  }

  function setFinished(done: boolean) {
    finished = done
    form.toggleAttribute('hidden', done)
    thanks.hidden = !done
    if (nav) nav.hidden = done
  }

  function showState(text: string) {
    state.textContent = text
  }

  function storeLastSave() {
    withStorage((storage) => (storage[key] = lastSave))
  }

  /** Restores confirmed answers after a reload or a change of language; they override the link's. */
  function restore(storage: Storage) {
    const [id, number, saved] = JSON.parse(storage[key])
    response.value = id
    revision.value = number
    token.value = saved.token
    answeredAt = saved.answeredAt
    for (const field of find(ANY, form)) {
      const answer = saved.answers[field.name]
      if (isChoice(field)) field.checked = [answer].flat().map(String).includes(field.value)
      else field.value = answer ?? ''
    }
    confirmed = true
    showState('')
  }
}

/** The storage key of this tab's unfinished response, by survey, version and link. */
function storageKey(version: string): string {
  const query = new URLSearchParams(location.search)
  query.delete('lang')
  query.delete('score')
  return [location.pathname, query, version].join(' ')
}

/** Ignores missing storage and unreadable values. */
function withStorage(use: (storage: Storage) => void) {
  try {
    use(sessionStorage)
  } catch {}
}
