import { For, Show } from 'solid-js'
import { isScored, optionsOf, scaleOf } from '../../../../surveys/questions.ts'
import { BANDS } from '../../../../surveys/scoring/metrics.ts'
import type { Question } from '../../../../surveys/definition.ts'
import {
  askableBefore,
  answersIn,
  conditionOn,
  numbersOf,
  withAnswer,
  type Condition,
} from '../model/conditions.ts'
import { useEditor, useQuestion } from '../model/editor.ts'
import { withSetting } from '../model/questions.ts'
import { answerName, askOf } from '../model/editorWords.ts'
import { t } from '../../base/i18n.ts'
import { Choice } from '../../ui/Choice.tsx'
import { Segmented } from '../../ui/Segmented.tsx'
import './conditionFields.css'

/** Whether everyone is asked a question, or only after certain answers to an earlier one. */
export function ConditionFields(props: { id: string }) {
  const editor = useEditor()
  const { index, question } = useQuestion(() => props.id)
  const condition = () => question().showIf
  const before = () => askableBefore(editor.draft(), index())
  const set = (showIf: Condition | undefined) =>
    editor.change((draft) => withSetting(draft, index(), { showIf }))

  return (
    <fieldset class="field condition-fields">
      <Choice
        label={t('editor.condition.label')}
        value={condition()?.question ?? ''}
        options={[
          { value: '', text: t('editor.condition.everyone') },
          ...before().map((earlier) => ({
            value: earlier.id,
            text: t('editor.condition.after', {
              question: askOf(editor.draft(), earlier, editor.language()),
            }),
          })),
        ]}
        onChoose={(id) => {
          const earlier = before().find((each) => each.id === id)
          set(earlier && conditionOn(earlier))
        }}
      />
      <Show when={condition()}>
        {(current) => (
          <Show when={before().find(({ id }) => id === current().question)}>
            {(earlier) => <Answers question={earlier()} condition={current()} onChange={set} />}
          </Show>
        )}
      </Show>
    </fieldset>
  )
}

function Answers(props: {
  question: Question
  condition: Condition
  onChange: (condition: Condition) => void
}) {
  const editor = useEditor()
  const possible = (): string[] => {
    if (props.condition.bands) return [...BANDS]
    const scale = scaleOf(props.question)
    if (scale) return numbersOf(scale).map(String)
    return [...optionsOf(props.question)]
  }
  const by = (kind: string) => {
    const { id } = props.question
    const scale = scaleOf(props.question)!
    props.onChange(
      kind === 'bands' ? conditionOn(props.question) : { question: id, values: [scale.min] },
    )
  }

  return (
    <>
      <Show when={isScored(props.question)}>
        <Segmented
          label={t('editor.condition.by')}
          value={props.condition.bands ? 'bands' : 'values'}
          options={[
            { value: 'bands', text: t('editor.condition.bands') },
            { value: 'values', text: t('editor.condition.values') },
          ]}
          onChoose={by}
        />
      </Show>
      <fieldset class="field">
        <legend class="field__label">{t('editor.condition.answers')}</legend>
        <div class="checks">
          <For each={possible()}>
            {(answer) => {
              const isIncluded = () => answersIn(props.condition).includes(answer)
              return (
                <label class="check">
                  <input
                    type="checkbox"
                    checked={isIncluded()}
                    onChange={(event) => {
                      props.onChange(
                        withAnswer(props.condition, answer, event.currentTarget.checked),
                      )
                      // The last one can't be removed.
                      event.currentTarget.checked = isIncluded()
                    }}
                  />
                  <bdi>{answerName(editor.draft(), props.question, answer, editor.language())}</bdi>
                </label>
              )
            }}
          </For>
        </div>
      </fieldset>
    </>
  )
}
