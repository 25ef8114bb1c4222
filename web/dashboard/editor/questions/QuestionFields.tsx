import { For, Match, Show, Switch } from 'solid-js'
import { thresholdOf, isChoice, isScored, QUESTION_KINDS } from '../../../../surveys/questions.ts'
import { BANDS, isMetric, SCALES, type Metric } from '../../../../surveys/scoring/metrics.ts'
import type { Question, QuestionKind, ScoredQuestion } from '../../../../surveys/definition.ts'
import { useEditor, useQuestion } from '../model/editor.ts'
import { thresholdsOf, isMovable, withKind, withSetting, withWordings } from '../model/questions.ts'
import { askSlot, isPerBand } from '../model/texts.ts'
import { bandEnds, kindName } from '../model/editorWords.ts'
import * as format from '../../base/format.ts'
import { locale, t } from '../../base/i18n.ts'
import { Choice } from '../../ui/Choice.tsx'
import { Segmented } from '../../ui/Segmented.tsx'
import { Check } from '../../ui/Check.tsx'
import { ConditionFields } from './ConditionFields.tsx'
import { Names } from './Names.tsx'
import { OptionFields } from './OptionFields.tsx'
import { LocalizedTextField } from '../fields/LocalizedTextField.tsx'
import './questionFields.css'

/** All settings of a question, its texts first. */
export function QuestionFields(props: { id: string }) {
  const editor = useEditor()
  const { index, question } = useQuestion(() => props.id)
  const isWordedByBand = () => isPerBand(editor.draft(), question())
  const slot = (...inside: string[]) => askSlot(index(), ...inside)
  const set = (settings: Record<string, unknown>) =>
    editor.change((draft) => withSetting(draft, index(), settings))
  const hasEnds = () => isScored(question()) || question().kind === 'scale'
  const wasPublished = () =>
    editor
      .published()
      ?.questions.some(({ id, kind }) => id === props.id && kind !== question().kind)

  return (
    <>
      <Show
        when={isWordedByBand()}
        fallback={<LocalizedTextField slot={slot('ask')} label={t('editor.ask')} most={300} />}
      >
        <For each={BANDS}>
          {(band) => (
            <LocalizedTextField
              slot={slot('ask', band)}
              label={t('editor.askOf', { band: bandEnds(editor.draft(), band) })}
              most={300}
              band={band}
            />
          )}
        </For>
      </Show>
      <Show when={!isScored(question())}>
        <Check
          label={t('editor.perBand')}
          help={t('editor.perBandHelp')}
          on={isWordedByBand()}
          onSwitch={(on) => editor.change((draft) => withWordings(draft, index(), on))}
        />
      </Show>
      <Show when={hasEnds()}>
        <div class="question-fields__pair">
          <LocalizedTextField slot={slot('low')} label={t('editor.low')} most={60} line />
          <LocalizedTextField slot={slot('high')} label={t('editor.high')} most={60} line />
        </div>
      </Show>
      <Switch>
        <Match when={isChoice(question())}>
          <OptionFields id={props.id} />
        </Match>
        <Match when={question().kind === 'text'}>
          <LocalizedTextField
            slot={slot('hint')}
            label={t('editor.hint')}
            most={120}
            line
            optional
          />
          <Check
            label={t('editor.short')}
            on={(question() as { short?: boolean }).short === true}
            onSwitch={(on) => set({ short: on || undefined })}
          />
        </Match>
        <Match
          when={question().kind === 'scale' && (question() as Extract<Question, { kind: 'scale' }>)}
        >
          {(scale) => (
            <div class="question-fields__pair">
              <Choice
                label={t('editor.from')}
                value={String(scale().min)}
                options={numbers(0, 1)}
                onChoose={(min) => set({ min: Number(min) })}
              />
              <Choice
                label={t('editor.to')}
                value={String(scale().max)}
                options={numbers(2, 10)}
                onChoose={(max) => set({ max: Number(max) })}
              />
            </div>
          )}
        </Match>
        <Match when={question().kind === 'csat' && (question() as ScoredQuestion)}>
          {(csat) => (
            <div class="field">
              <Segmented
                label={t('editor.display')}
                value={csat().display ?? 'numbers'}
                options={(['numbers', 'stars', 'faces'] as const).map((value) => ({
                  value,
                  text: t(`editor.displays.${value}`),
                }))}
                onChoose={(display) =>
                  set({ display: display === 'numbers' ? undefined : display })
                }
              />
              <p class="field__help">{t('editor.displayHelp')}</p>
            </div>
          )}
        </Match>
      </Switch>
      <div class="question-fields__pair">
        <div class="field">
          <Choice
            label={t('editor.kind')}
            value={question().kind}
            options={kindsFor(isMovable(editor.draft(), index())).map((kind) => ({
              value: kind,
              text: kindName(kind),
            }))}
            onChoose={(kind) =>
              editor.change((draft) => withKind(draft, index(), kind as QuestionKind))
            }
          />
          <Show when={wasPublished()}>
            <p class="field__help">{t('editor.kindChanged')}</p>
          </Show>
        </div>
        <Show when={isScored(question()) && (question() as ScoredQuestion)}>
          {(scored) => (
            <Choice
              label={t('editor.threshold')}
              value={String(thresholdOf(scored()))}
              options={[
                ...thresholdsOf(scored().kind).map((threshold) => ({
                  value: String(threshold),
                  text: thresholdInWords(scored().kind, threshold),
                })),
                { value: 'null', text: t('editor.noThreshold') },
              ]}
              onChoose={(threshold) => set({ threshold: settingOf(scored().kind, threshold) })}
            />
          )}
        </Show>
      </div>
      <Show when={index() > 0 || question().showIf}>
        <ConditionFields id={props.id} />
      </Show>
      <Names id={props.id} />
    </>
  )
}

function kindsFor(movable: boolean): QuestionKind[] {
  return movable ? [...QUESTION_KINDS] : QUESTION_KINDS.filter(isMetric)
}

function thresholdInWords(metric: Metric, threshold: number): string {
  const { min } = SCALES[metric]
  const write = (n: number) => format.count(locale(), n)
  return threshold === min
    ? t('editor.thresholdLowest', { to: write(threshold) })
    : t('editor.thresholdTo', { from: write(min), to: write(threshold) })
}

/** The stored value of a threshold. The default is not stored, so that it follows the question's kind. */
function settingOf(metric: Metric, threshold: string): number | null | undefined {
  if (threshold === 'null') return null
  return Number(threshold) === SCALES[metric].unhappyTo ? undefined : Number(threshold)
}

function numbers(from: number, to: number) {
  return Array.from({ length: to - from + 1 }, (_, step) => ({
    value: String(from + step),
    text: format.count(locale(), from + step),
  }))
}
