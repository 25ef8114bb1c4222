import { createMemo, For } from 'solid-js'
import IconDown from '~icons/lucide/arrow-down'
import IconUp from '~icons/lucide/arrow-up'
import IconPlus from '~icons/lucide/plus'
import IconX from '~icons/lucide/x'
import type { ChoiceQuestion } from '../../../../surveys/definition.ts'
import { useEditor, useQuestion } from '../model/editor.ts'
import {
  FEWEST_OPTIONS,
  MOST_OPTIONS,
  withMovedOption,
  withNewOption,
  withoutOption,
} from '../model/options.ts'
import { withSetting } from '../model/questions.ts'
import { askSlot } from '../model/texts.ts'
import { t } from '../../base/i18n.ts'
import { Check } from '../../ui/Check.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { LocalizedTextField } from '../fields/LocalizedTextField.tsx'
import './optionFields.css'

/** A choice question's options: add, edit, reorder, remove. */
export function OptionFields(props: { id: string }) {
  const editor = useEditor()
  const { index, question } = useQuestion(() => props.id)
  const choice = () => question() as ChoiceQuestion
  const options = createMemo(() => choice().options ?? [], [], {
    equals: (one, other) => one.join() === other.join(),
  })
  let list!: HTMLOListElement
  const focusLine = (at: number) =>
    queueMicrotask(() => list.querySelectorAll('input')[at]?.focus())

  const add = () => {
    editor.change((draft) => withNewOption(draft, index()).draft)
    focusLine(options().length - 1)
  }
  const move = (from: number, to: number) => {
    const focused = document.activeElement
    editor.change((draft) => withMovedOption(draft, index(), from, to))
    if (focused instanceof HTMLElement) focused.focus()
    editor.announce(t('editor.moved', { place: to + 1, of: options().length }))
  }
  const remove = (option: string, at: number) => {
    editor.change((draft) => withoutOption(draft, index(), option))
    focusLine(Math.min(at, options().length - 1))
  }

  return (
    <fieldset class="field">
      <legend class="field__label">{t('editor.options.label')}</legend>
      <ol ref={(element) => (list = element)} class="option-fields">
        <For each={options()}>
          {(option, at) => {
            const name = () => t('editor.options.nth', { n: at() + 1 })
            return (
              <li
                class="option-fields__row"
                onKeyDown={(event) => {
                  if (event.key === 'Enter') {
                    event.preventDefault()
                    add()
                  }
                  const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0
                  const to = at() + by
                  if (!event.altKey || by === 0) return
                  // Otherwise the question's card would move too.
                  event.preventDefault()
                  event.stopPropagation()
                  if (to >= 0 && to < options().length) move(at(), to)
                }}
              >
                <LocalizedTextField
                  slot={askSlot(index(), 'options', option)}
                  label={name()}
                  most={120}
                  line
                />
                <span class="option-fields__actions">
                  <IconButton
                    name={t('editor.options.up', { name: name() })}
                    off={at() === 0}
                    onPress={() => move(at(), at() - 1)}
                  >
                    <IconUp aria-hidden="true" />
                  </IconButton>
                  <IconButton
                    name={t('editor.options.down', { name: name() })}
                    off={at() === options().length - 1}
                    onPress={() => move(at(), at() + 1)}
                  >
                    <IconDown aria-hidden="true" />
                  </IconButton>
                  <IconButton
                    name={t('editor.options.remove', { name: name() })}
                    off={options().length <= FEWEST_OPTIONS}
                    onPress={() => remove(option, at())}
                  >
                    <IconX aria-hidden="true" />
                  </IconButton>
                </span>
              </li>
            )
          }}
        </For>
      </ol>
      <button
        type="button"
        class="button"
        data-kind="quiet"
        disabled={options().length >= MOST_OPTIONS}
        onClick={add}
      >
        <IconPlus aria-hidden="true" />
        {t('editor.options.add')}
      </button>
      <Check
        label={t('editor.options.other')}
        help={t('editor.options.otherHelp')}
        on={choice().other === true}
        onSwitch={(on) =>
          editor.change((draft) => withSetting(draft, index(), { other: on || undefined }))
        }
      />
    </fieldset>
  )
}
