import { createResource, For, Show } from 'solid-js'
import { t } from '../base/i18n.ts'
import { questionText, useSession } from '../base/session.ts'
import type { Filter } from '../scores/filter.ts'
import { Check } from '../ui/Check.tsx'
import { Choice } from '../ui/Choice.tsx'
import { FilterPanel, type FilterChip } from '../ui/search/FilterPanel.tsx'
import { answerOptions, listTags } from './api.ts'

/** Any answer; no option's id begins like this. */
const ANSWERED = '*'

/** Behind one button: only responses with a comment, a tag, or an answer to any question. */
export function ResponseFilters(props: {
  survey: string
  filter: Filter
  onChange: (changes: Partial<Filter>) => void
}) {
  const session = useSession()
  const [known] = createResource(() => props.survey, answerOptions)
  const [tags] = createResource(
    () => props.survey,
    (survey) => listTags(survey).catch(() => []),
    { initialValue: [] },
  )
  const questions = () => (known.state === 'ready' ? known.latest : [])
  const chosen = (question: string) =>
    props.filter.answers.find((each) => each.question === question)?.answer ??
    (props.filter.answered === question ? ANSWERED : '')
  const answer = (question: string, value: string) => {
    const others = props.filter.answers.filter((each) => each.question !== question)
    const answers = value && value !== ANSWERED ? [...others, { question, answer: value }] : others
    const isOther = props.filter.answered !== question
    const answered = value === ANSWERED ? question : isOther ? props.filter.answered : null
    props.onChange({ answers, answered })
  }
  const askOf = (id: string) => {
    const question = questions().find((each) => each.question === id)
    return question ? questionText(session, question.ask) : id
  }
  const chips = (): FilterChip[] => [
    ...(props.filter.comments
      ? [{ text: t('responses.commented'), onRemove: () => props.onChange({ comments: false }) }]
      : []),
    ...(props.filter.answered
      ? [
          {
            text: `${askOf(props.filter.answered)} ${t('responses.answered')}`,
            onRemove: () => props.onChange({ answered: null }),
          },
        ]
      : []),
    ...(props.filter.tag
      ? [
          {
            text: `${t('responses.tag')}: ${props.filter.tag}`,
            onRemove: () => props.onChange({ tag: null }),
          },
        ]
      : []),
    ...props.filter.answers.map((given) => {
      const question = questions().find((each) => each.question === given.question)
      const option = question?.options.find(({ value }) => value === given.answer)
      return {
        text: `${askOf(given.question)} ${option?.text ?? given.answer}`,
        onRemove: () => answer(given.question, ''),
      }
    }),
  ]
  return (
    <FilterPanel chips={chips()}>
      <div class="field-row">
        <Check
          label={t('responses.commented')}
          on={props.filter.comments}
          onSwitch={(comments) => props.onChange({ comments })}
        />
        <Show when={tags.latest.length > 0}>
          <Choice
            label={t('responses.tag')}
            value={props.filter.tag ?? ''}
            options={[
              { value: '', text: t('responses.anyAnswer') },
              ...tags.latest.map((tag) => ({ value: tag, text: tag })),
            ]}
            onChoose={(tag) => props.onChange({ tag: tag || null })}
          />
        </Show>
        <For each={questions()}>
          {(question) => (
            <Choice
              label={questionText(session, question.ask)}
              value={chosen(question.question)}
              options={[
                { value: '', text: t('responses.anyAnswer') },
                { value: ANSWERED, text: t('responses.answered') },
                ...question.options,
              ]}
              onChoose={(value) => answer(question.question, value)}
            />
          )}
        </For>
        <Show when={known.error}>
          <p class="quiet">{t('error.title')}</p>
        </Show>
      </div>
    </FilterPanel>
  )
}
