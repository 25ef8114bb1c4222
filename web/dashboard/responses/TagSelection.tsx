import { createEffect, createResource, Show } from 'solid-js'
import * as format from '../base/format.ts'
import { locale, plural, t } from '../base/i18n.ts'
import type { Selection } from '../base/selection.ts'
import { showToast } from '../base/toast.ts'
import { changeTags, listTags, type SurveyResponse } from './api.ts'
import { TagField } from './TagField.tsx'
import './tagSelection.css'

/** Above the list: selects all rows shown, and adds or removes a tag of the selected ones. */
export function TagSelection(props: {
  survey: string
  of: Selection<SurveyResponse>
  shown: SurveyResponse[]
  onTags: (id: string, tags: string[]) => void
}) {
  const chosen = () => props.of.rows()
  const some = () => chosen().length > 0
  const [known, { refetch }] = createResource(
    () => some() && props.survey,
    (survey) => listTags(survey).catch(() => []),
    { initialValue: [] },
  )
  const used = () => [...new Set(chosen().flatMap(({ tags }) => tags))].toSorted()
  const count = () => t('responses.selected', { n: format.count(locale(), chosen().length) })
  let box!: HTMLInputElement
  createEffect(() => {
    box.checked = some() && chosen().length === props.shown.length
    box.indeterminate = some() && chosen().length < props.shown.length
  })

  const change = async (tag: string, isAdded: boolean) => {
    const rows = chosen()
    const spelled = known.latest.find((each) => each.toLowerCase() === tag.toLowerCase()) ?? tag
    try {
      await changeTags(props.survey, {
        responses: rows.map(({ id }) => id),
        add: isAdded ? [spelled] : [],
        remove: isAdded ? [] : [spelled],
      })
      for (const { id, tags } of rows) {
        const others = tags.filter((each) => each !== spelled)
        props.onTags(id, isAdded ? [...others, spelled].toSorted() : others)
      }
      showToast(
        plural(isAdded ? 'responses.tagged' : 'responses.untagged', rows.length, { tag: spelled }),
      )
      await refetch()
    } catch {
      showToast(t('notChanged'))
    }
  }

  return (
    <div class="tag-selection">
      <label class="tag-selection__all">
        <input
          ref={(element) => (box = element)}
          type="checkbox"
          onChange={() => (some() ? props.of.none() : props.of.all())}
        />
        <span>{some() ? count() : t('responses.selectAll')}</span>
      </label>
      <p class="visually-hidden" role="status">
        {some() ? count() : ''}
      </p>
      <Show when={some()}>
        <TagField
          label={t('responses.addTag')}
          known={known.latest}
          onAdd={(tag) => void change(tag, true)}
        />
        <Show when={used().length > 0}>
          <select
            class="input tag-selection__remove"
            aria-label={t('responses.removeTag')}
            onChange={(event) => {
              const tag = event.currentTarget.value
              event.currentTarget.value = ''
              void change(tag, false)
            }}
          >
            <option value="">{t('responses.removeTag')}</option>
            {used().map((tag) => (
              <option value={tag}>{tag}</option>
            ))}
          </select>
        </Show>
      </Show>
    </div>
  )
}
