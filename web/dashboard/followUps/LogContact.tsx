import { createSignal } from 'solid-js'
import { CONTACT_CHANNELS, type ContactChannel } from '../../../surveys/followUps.ts'
import { LONGEST_COMMENT } from '../../../surveys/limits.ts'
import { t } from '../base/i18n.ts'
import { Choice } from '../ui/Choice.tsx'
import type { Contact } from './model/api.ts'

/** A form in a dialog for a contact that took place outside of Ohlas. */
export function LogContact(props: {
  ref: (open: () => void) => void
  onLog: (contact: Contact) => Promise<boolean>
}) {
  let dialog!: HTMLDialogElement
  const [channel, setChannel] = createSignal<ContactChannel>('phone')
  const [at, setAt] = createSignal('')
  const [text, setText] = createSignal('')
  const [latest, setLatest] = createSignal('')
  const open = () => {
    setLatest(localMinute(new Date()))
    setAt(latest())
    dialog.showModal()
  }
  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    const when = new Date(at()).getTime()
    const words = text().trim() || null
    if (!(await props.onLog({ channel: channel(), at: when, text: words }))) return
    setText('')
    dialog.close()
  }

  return (
    <dialog
      ref={(element) => {
        dialog = element
        props.ref(open)
      }}
      class="dialog"
      aria-labelledby="log-contact"
    >
      <h2 id="log-contact" class="subtitle">
        {t('desk.logContact')}
      </h2>
      <form class="form" onSubmit={(event) => void submit(event)}>
        <Choice
          label={t('desk.channel')}
          value={channel()}
          options={CONTACT_CHANNELS.map((value) => ({ value, text: t(`desk.channels.${value}`) }))}
          onChoose={(chosen) =>
            setChannel(CONTACT_CHANNELS.find((each) => each === chosen) ?? 'phone')
          }
        />
        <div class="field">
          <label class="field__label" for="contact-at">
            {t('desk.when')}
          </label>
          <input
            id="contact-at"
            class="input"
            type="datetime-local"
            required
            max={latest()}
            value={at()}
            onInput={(event) => setAt(event.currentTarget.value)}
          />
        </div>
        <div class="field">
          <label class="field__label" for="contact-text">
            {t('desk.whatWasSaid')}
          </label>
          <textarea
            id="contact-text"
            class="input"
            rows="3"
            dir="auto"
            maxLength={LONGEST_COMMENT}
            value={text()}
            onInput={(event) => setText(event.currentTarget.value)}
          />
        </div>
        <div class="dialog__actions">
          <button type="submit" class="button" data-kind="primary">
            {t('desk.log')}
          </button>
          <button type="button" class="button" data-kind="quiet" onClick={() => dialog.close()}>
            {t('desk.cancel')}
          </button>
        </div>
      </form>
    </dialog>
  )
}

/** A time as a field of date and time writes it, in the browser's time zone. */
function localMinute(time: Date): string {
  const local = new Date(time.getTime() - time.getTimezoneOffset() * 60_000)
  return local.toISOString().slice(0, 16)
}
