import { For } from 'solid-js'
import * as format from '../base/format.ts'
import { locale, t } from '../base/i18n.ts'
import { propertyName, segmentName } from '../base/propertyNames.ts'
import { questionText, useSession } from '../base/session.ts'
import { AnswersLink } from '../scores/AnswersLink.tsx'
import type { Filter, Segment } from '../scores/filter.ts'
import { splitRows } from './shares.ts'
import type { QuestionResult, ResultGroups } from './api.ts'

/** The share of each answer in each group of a property, the largest group first. */
export function SplitTable(props: {
  result: QuestionResult
  split: ResultGroups
  /** The address of the answers of one group. */
  rows: (segment: Segment, narrowed: Partial<Filter>) => string | undefined
}) {
  const session = useSession()
  const id = () => props.result.question
  const caption = () =>
    t('results.groups', {
      ask: questionText(session, props.result.ask),
      property: propertyName(props.split.split),
    })
  const rowsOf = (value: string, narrowed: Partial<Filter>) =>
    props.rows({ property: props.split.split, value }, narrowed)

  return (
    <div class="scroll" tabindex="0" role="region" aria-label={caption()}>
      <table class="table">
        <thead>
          <tr>
            <th scope="col">{propertyName(props.split.split)}</th>
            <th scope="col" class="num">
              {t('answerCount')}
            </th>
            <For each={props.result.options}>
              {(option) => (
                <th scope="col" class="num">
                  <bdi>{option.text}</bdi>
                </th>
              )}
            </For>
          </tr>
        </thead>
        <tbody>
          <For each={splitRows(props.split, id())}>
            {({ value, n, options }) => (
              <tr>
                <th scope="row">
                  <bdi>{segmentName(props.split.split, value)}</bdi>
                </th>
                <td class="num">
                  <AnswersLink of={rowsOf(value, { answered: id() })}>
                    {format.count(locale(), n)}
                  </AnswersLink>
                </td>
                <For each={props.result.options}>
                  {(option) => (
                    <td class="num">
                      <AnswersLink
                        of={
                          options[option.value]?.n
                            ? rowsOf(value, {
                                answers: [{ question: id(), answer: option.value }],
                              })
                            : undefined
                        }
                      >
                        {shareInWords(options[option.value]?.n ?? 0, n)}
                      </AnswersLink>
                    </td>
                  )}
                </For>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </div>
  )
}

/** A share from five answers on, otherwise how many. */
function shareInWords(count: number, n: number): string {
  return n < 5 ? format.count(locale(), count) : format.share(locale(), count, n)
}
