import { For, Show } from 'solid-js'
import type { Survey } from '../base/api.ts'
import type { Cause, Change } from '../scores/api.ts'
import { causeRows, FEWEST } from './causeRows.ts'
import { fileName } from '../base/download.ts'
import type { Filter } from '../scores/filter.ts'
import * as format from '../base/format.ts'
import { locale, t } from '../base/i18n.ts'
import { propertyName, segmentName } from '../base/propertyNames.ts'
import { AnswersLink } from '../scores/AnswersLink.tsx'
import { SaveAs } from '../ui/SaveAs.tsx'
import './causes.css'

type Group = Cause['groups'][number]

const MOST_ROWS = 6

/** The causes of a change by property: who answered, and what changed within the groups. */
export function Causes(props: {
  survey: Survey
  change: Change
  /** The address of the answers that a number counts. */
  rows: (narrowed: Partial<Filter>) => string
}) {
  const isReal = () => ['up', 'down'].includes(props.change.change.verdict)
  const moved = (value: number) => format.part(locale(), props.change.metric, value)
  const properties = () =>
    Object.entries(props.change.causes).toSorted(([, a], [, b]) => spread(b) - spread(a))

  return (
    <Show when={props.change.change.difference !== null}>
      <section aria-labelledby="causes">
        <h2 id="causes" class="subtitle">
          {t('causes.title')}
        </h2>
        <Show when={isReal()} fallback={<p class="quiet">{t('causes.noise')}</p>}>
          <Show
            when={properties().length > 0}
            fallback={<p class="quiet">{t('causes.filtered')}</p>}
          >
            <p class="quiet">{t('causes.help', { by: moved(props.change.change.difference!) })}</p>
            <div class="score-causes">
              <For each={properties()}>
                {([property, cause], at) => (
                  <details class="score-causes__property" open={at() === 0}>
                    <summary class="score-group__name">
                      <bdi>{propertyName(property)}</bdi>{' '}
                      <span class="score-causes__sum">
                        {t('causes.mix')} <bdi dir="ltr">{moved(cause.mix)}</bdi> ·{' '}
                        {t('causes.within')} <bdi dir="ltr">{moved(cause.within)}</bdi>
                      </span>
                    </summary>
                    <CauseTable
                      property={property}
                      cause={cause}
                      change={props.change}
                      rows={props.rows}
                    />
                  </details>
                )}
              </For>
            </div>
            <SaveAs
              what={t('causes.title')}
              name={(ending) => fileName(props.survey, 'causes', props.change.now, ending)}
              rows={() => causeRows(props.change.causes)}
            />
          </Show>
        </Show>
      </section>
    </Show>
  )
}

function CauseTable(props: {
  property: string
  cause: Cause
  change: Change
  rows: (narrowed: Partial<Filter>) => string
}) {
  const metric = () => props.change.metric
  const moved = (value: number) => format.part(locale(), metric(), value)
  const all = () => props.cause.groups.toSorted((a, b) => weight(b) - weight(a))
  const rest = () => all().slice(MOST_ROWS)
  const side = ({ n, score }: Group['before']) =>
    score === null || n < FEWEST ? '–' : format.score(locale(), metric(), score)

  const answers = (when: 'before' | 'now', { value, ...group }: Group) => {
    const { from, to } = props.change[when]
    const { property } = props
    const named = value === null ? { without: property } : { segments: [{ property, value }] }
    const rows = group[when].n > 0 ? props.rows({ range: 'custom', from, to, ...named }) : undefined
    return <AnswersLink of={rows}>{format.count(locale(), group[when].n)}</AnswersLink>
  }

  return (
    <div
      class="scroll"
      tabindex="0"
      role="region"
      aria-label={`${t('causes.title')}: ${propertyName(props.property)}`}
    >
      <table class="table">
        <thead>
          <tr>
            <th scope="col">{t('causes.group')}</th>
            <For each={['before', 'now'] as const}>
              {(when) => (
                <th scope="col" class="num">
                  {t(`causes.${when}`)}
                </th>
              )}
            </For>
            <th scope="col" class="num">
              {t('answerCount')}
            </th>
            <th scope="col" class="num">
              {t('causes.mix')}
            </th>
            <th scope="col" class="num">
              {t('causes.within')}
            </th>
          </tr>
        </thead>
        <tbody>
          <For each={all().slice(0, MOST_ROWS)}>
            {(group) => (
              <tr>
                <th scope="row" dir="auto">
                  {group.value === null
                    ? t('filter.without', { property: propertyName(props.property) })
                    : segmentName(props.property, group.value)}
                </th>
                <Cells texts={[side(group.before), side(group.now)]} />
                <td class="num" dir="ltr">
                  {answers('before', group)} → {answers('now', group)}
                </td>
                <Cells texts={[moved(group.mix), moved(group.within)]} />
              </tr>
            )}
          </For>
          <Show when={rest().length > 0}>
            <tr>
              <th scope="row" colSpan={4}>
                {t('causes.others', { n: format.count(locale(), rest().length) })}
              </th>
              <Cells
                texts={(['mix', 'within'] as const).map((part) =>
                  moved(rest().reduce((sum, group) => sum + group[part], 0)),
                )}
              />
            </tr>
          </Show>
        </tbody>
      </table>
    </div>
  )
}

function Cells(props: { texts: string[] }) {
  return (
    <For each={props.texts}>
      {(text) => (
        <td class="num" dir="ltr">
          {text}
        </td>
      )}
    </For>
  )
}

// The properties and groups that moved most come first.
const spread = ({ groups }: Cause) => groups.reduce((sum, group) => sum + weight(group), 0)
const weight = ({ mix, within }: Group) => Math.abs(mix) + Math.abs(within)
