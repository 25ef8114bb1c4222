import { A } from '@solidjs/router'
import { createSignal, For, Show } from 'solid-js'
import type { Survey } from '../base/api.ts'
import { t } from '../base/i18n.ts'
import { createLoad } from '../base/load.ts'
import { useSession } from '../base/session.ts'
import { responses } from '../responses/api.ts'
import { ResponseItem } from '../responses/ResponseItem.tsx'
import { responsesQuery, type Filter, type Sort } from '../scores/filter.ts'
import { Loaded } from '../ui/Loaded.tsx'
import { Segmented } from '../ui/Segmented.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import './trendComments.css'

const SHOWN = '5'
const ORDERS = ['newest', 'lowest'] as const satisfies Sort[]

/** The comments of the shown period: the newest, or those of the unhappiest first. */
export function TrendComments(props: {
  survey: Survey
  filter: Filter
  question: string
  /** The address of the comments that the list is the beginning of. */
  rows: (narrowed: Partial<Filter>) => string
}) {
  const session = useSession()
  const [sort, setSort] = createSignal<Sort>('newest')
  const narrowed = () => ({ comments: true, sort: sort() })
  const query = () => ({
    ...responsesQuery(
      { ...props.filter, ...narrowed(), question: props.question },
      session.workspace.today,
    ),
    limit: SHOWN,
  })
  const loaded = createLoad(query, (input) => responses(props.survey.id, input))
  return (
    <section class="trend-comments" aria-labelledby="trend-comments">
      <div class="heading">
        <h2 id="trend-comments" class="subtitle">
          {t('trends.comments')}
        </h2>
        <Segmented
          label={t('responses.sort')}
          value={sort()}
          options={ORDERS.map((value) => ({ value, text: t(`trends.commentOrders.${value}`) }))}
          onChoose={(value) => setSort(ORDERS.find((order) => order === value) ?? 'newest')}
        />
      </div>
      <Loaded of={loaded} skeleton={<Skeleton shape="list" />}>
        {(page) => (
          <Show
            when={page().responses.length > 0}
            fallback={<p class="quiet">{t('trends.noComments')}</p>}
          >
            <ol class="response-list">
              <For each={page().responses}>
                {(response) => (
                  <li>
                    <ResponseItem response={response} />
                  </li>
                )}
              </For>
            </ol>
            <Show when={page().next}>
              <p>
                <A href={props.rows(narrowed())}>{t('trends.allComments')}</A>
              </p>
            </Show>
          </Show>
        )}
      </Loaded>
    </section>
  )
}
