import { createSignal, createUniqueId, Show } from 'solid-js'
import type { WatchRules } from '../../../surveys/watching/rules.ts'
import type { Survey } from '../base/api.ts'
import { saveWatch, watch, type Watch as Watched } from './api.ts'
import * as format from '../base/format.ts'
import { locale, plural, t } from '../base/i18n.ts'
import { createLoad } from '../base/load.ts'
import { shortQuestionText, mayFollowUp, useSession } from '../base/session.ts'
import { Baseline } from './Baseline.tsx'
import { Check } from '../ui/Check.tsx'
import { Loaded } from '../ui/Loaded.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import './watch.css'

/** A question's alert rules and baseline, collapsed at first. */
export function Watch(props: {
  survey: Survey
  question: string
  /** The address of everyone's answers on some days. */
  rows: (days: { from: string; to: string }) => string
}) {
  const session = useSession()
  const [open, setOpen] = createSignal(false)
  return (
    <details class="survey-watch" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('watch.title')}</summary>
      <Show when={open()}>
        <div class="watch__body">
          <Show when={shortQuestionText(session, props.survey.id, props.question)}>
            {(ask) => (
              <p>
                <span class="quiet">{t('fields.question')}:</span> <bdi>{ask()}</bdi>
              </p>
            )}
          </Show>
          <Rules survey={props.survey} question={props.question} />
          <Baseline survey={props.survey} question={props.question} rows={props.rows} />
        </div>
      </Show>
    </details>
  )
}

function Rules(props: { survey: Survey; question: string }) {
  const session = useSession()
  const loaded = createLoad(
    () => ({ id: props.survey.id, question: props.question }),
    ({ id, question }) => watch(id, { question }),
  )
  const [status, setStatus] = createSignal<'saving' | 'saved' | 'failed' | null>(null)
  const save = async (rules: Watched, change: Partial<WatchRules>) => {
    const { usual, ...before } = rules
    const after = { ...before, ...change }
    loaded.set(() => ({ ...after, usual }))
    setStatus('saving')
    try {
      await saveWatch(props.survey.id, after)
      setStatus('saved')
    } catch {
      loaded.set(() => rules)
      setStatus('failed')
    }
  }

  return (
    <Loaded of={loaded} skeleton={<Skeleton shape="list" />}>
      {(rules) => (
        <fieldset disabled={!mayFollowUp(session)}>
          <legend class="quiet">
            {t(props.survey.state === 'live' ? 'watch.help' : 'watch.notLive')}
          </legend>
          <div>
            <div class="watch-rules__rule">
              <Check
                label={t('watch.shift')}
                help={t('watch.shiftHelp')}
                on={rules().shift.on}
                onSwitch={(on) => void save(rules(), { shift: { on } })}
              />
            </div>
            <div class="watch-rules__rule">
              <Check
                label={t('watch.share')}
                help={[t('watch.shareHelp'), usualShare(rules())].join(' ').trim()}
                on={rules().share.on}
                onSwitch={(on) => void save(rules(), { share: { ...rules().share, on } })}
              />
              <div class="watch-rules__numbers">
                <NumberField
                  label={t('watch.over')}
                  value={rules().share.over}
                  most={99}
                  onChange={(over) => void save(rules(), { share: { ...rules().share, over } })}
                />
                <NumberField
                  label={t('watch.days')}
                  value={rules().share.days}
                  most={90}
                  onChange={(days) => void save(rules(), { share: { ...rules().share, days } })}
                />
              </div>
            </div>
            <div class="watch-rules__rule">
              <Check
                label={t('watch.silence')}
                help={[t('watch.silenceHelp'), usualRhythm(rules())].join(' ').trim()}
                on={rules().silence.on}
                onSwitch={(on) => void save(rules(), { silence: { ...rules().silence, on } })}
              />
              <div class="watch-rules__numbers">
                <NumberField
                  label={t('watch.silent')}
                  value={rules().silence.days}
                  most={90}
                  onChange={(days) => void save(rules(), { silence: { ...rules().silence, days } })}
                />
              </div>
            </div>
          </div>
          <p class="watch-rules__status" role="status">
            {t(`watch.${status() ?? (mayFollowUp(session) ? 'saves' : 'viewer')}`)}
          </p>
        </fieldset>
      )}
    </Loaded>
  )
}

function usualShare({ usual }: Watched): string {
  if (usual.unhappy === null) return ''
  return t('watch.usualShare', { share: format.share(locale(), usual.unhappy, 100) })
}

function usualRhythm({ usual }: Watched): string {
  const answers = Math.round(usual.perWeek ?? 0)
  return answers === 0 ? '' : t('watch.usualRhythm', { answers: plural('answers', answers) })
}

/** A whole number from 1 on. Invalid input stays in the field with an error, unsaved. */
function NumberField(props: {
  label: string
  value: number
  most: number
  onChange: (value: number) => void
}) {
  const id = createUniqueId()
  const [wrong, setWrong] = createSignal(false)
  const read = (input: HTMLInputElement) => {
    const value = input.valueAsNumber
    const isValid = Number.isInteger(value) && value >= 1 && value <= props.most
    setWrong(!isValid)
    if (isValid && value !== props.value) props.onChange(value)
  }
  return (
    <div class="field">
      <label class="field__label" for={id}>
        {props.label}
      </label>
      <input
        id={id}
        class="input"
        type="number"
        inputmode="numeric"
        min={1}
        max={props.most}
        step={1}
        value={props.value}
        aria-invalid={wrong() ? 'true' : undefined}
        aria-describedby={wrong() ? `${id}-wrong` : undefined}
        onChange={(event) => read(event.currentTarget)}
      />
      <Show when={wrong()}>
        <p id={`${id}-wrong`} class="field__error">
          {t('watch.whole', { most: format.count(locale(), props.most) })}
        </p>
      </Show>
    </div>
  )
}
