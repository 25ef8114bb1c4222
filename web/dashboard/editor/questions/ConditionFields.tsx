import { For, Show } from 'solid-js'
import { isScored, optionsOf, scaleOf } from '../../../../surveys/questions.ts'
import { BANDS } from '../../../../surveys/scoring/metrics.ts'
import type { Question } from '../../../../surveys/definition.ts'
import {
  askableBefore,
  conditionOn,
  namedIn,
  numbersOf,
  withNamed,
  type Condition,
} from '../model/conditions.ts'
import { useEditor, useQuestion } from '../model/editor.ts'
import { withSetting } from '../model/questions.ts'
import { answerName, askOf } from '../model/editorWords.ts'
import { t } from '../../base/i18n.ts'
import { Choice } from '../../ui/Choice.tsx'
import { Segmented } from '../../ui/Segmented.tsx'
import './conditionFields.css'

/** Whether a question is asked of everyone, or only after certain answers to an earlier one. */
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
          ...before().map((asked) => ({
            value: asked.id,
            text: t('editor.condition.after', {
              question: askOf(editor.draft(), asked, editor.language()),
            }),
          })),
        ]}
        onChoose={(id) => {
          const asked = before().find((each) => each.id === id)
          set(asked && conditionOn(asked))
        }}
      />
      <Show when={condition()}>
        {(held) => (
          <Show when={before().find(({ id }) => id === held().question)}>
            {(asked) => <Answers asked={asked()} condition={held()} onChange={set} />}
          </Show>
        )}
      </Show>
    </fieldset>
  )
}

function Answers(props: {
  asked: Question
  condition: Condition
  onChange: (condition: Condition) => void
}) {
  const editor = useEditor()
  const possible = (): string[] => {
    if (props.condition.bands) return [...BANDS]
    const scale = scaleOf(props.asked)
    if (scale) return numbersOf(scale).map(String)
    return [...optionsOf(props.asked)]
  }
  const by = (kind: string) => {
    const { id } = props.asked
    const scale = scaleOf(props.asked)!
    props.onChange(
      kind === 'bands' ? conditionOn(props.asked) : { question: id, values: [scale.min] },
    )
  }

  return (
    <>
      <Show when={isScored(props.asked)}>
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
              const isNamed = () => namedIn(props.condition).includes(answer)
              return (
                <label class="check">
                  <input
                    type="checkbox"
                    checked={isNamed()}
                    onChange={(event) => {
                      props.onChange(
                        withNamed(props.condition, answer, event.currentTarget.checked),
                      )
                      // One has to stay.
                      event.currentTarget.checked = isNamed()
                    }}
                  />
                  <bdi>{answerName(editor.draft(), props.asked, answer, editor.language())}</bdi>
                </label>
              )
            }}
          </For>
        </div>
      </fieldset>
    </>
  )
}
