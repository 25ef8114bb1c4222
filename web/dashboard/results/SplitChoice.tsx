import { createResource, Show } from 'solid-js'
import { t } from '../base/i18n.ts'
import { propertyName } from '../base/propertyNames.ts'
import { segments } from '../scores/api.ts'
import { Choice } from '../ui/Choice.tsx'

/** Chooses the property whose groups are shown side by side. */
export function SplitChoice(props: {
  survey: string
  split: string | null
  onChoose: (split: string | null) => void
}) {
  const [known] = createResource(() => props.survey, segments)
  const properties = () => Object.keys((known.state === 'ready' && known.latest) || {})
  return (
    <Show when={properties().length > 0}>
      <Choice
        label={t('results.split')}
        value={props.split ?? ''}
        options={[
          { value: '', text: t('results.noSplit') },
          ...properties().map((property) => ({ value: property, text: propertyName(property) })),
        ]}
        onChoose={(split) => props.onChoose(split || null)}
      />
    </Show>
  )
}
