import { createResource, For, Show } from 'solid-js'
import { MOST_TAGS } from '../../../surveys/limits.ts'
import { t } from '../base/i18n.ts'
import { mayFollowUp, useSession } from '../base/session.ts'
import { Chip } from '../ui/Chip.tsx'
import { listTags } from './api.ts'
import { TagField } from './TagField.tsx'
import { TagList } from './TagList.tsx'

/** A response's tags; leads add and remove them. */
export function TagEditor(props: {
  survey: string
  tags: readonly string[]
  onChange: (tags: string[]) => void
}) {
  const session = useSession()
  const [known] = createResource(
    () => mayFollowUp(session) && props.survey,
    (survey) => listTags(survey).catch(() => []),
    { initialValue: [] },
  )
  const others = () => known.latest.filter((tag) => !props.tags.includes(tag))
  return (
    <Show when={mayFollowUp(session)} fallback={<TagList tags={props.tags} />}>
      <div class="tag-editor">
        <Show when={props.tags.length > 0}>
          <ul class="chips">
            <For each={props.tags}>
              {(tag) => (
                <Chip
                  text={tag}
                  onRemove={() => props.onChange(props.tags.filter((each) => each !== tag))}
                />
              )}
            </For>
          </ul>
        </Show>
        <Show when={props.tags.length < MOST_TAGS}>
          <TagField
            label={t('responses.addTag')}
            known={others()}
            onAdd={(tag) => props.onChange([...props.tags, tag])}
          />
        </Show>
      </div>
    </Show>
  )
}
