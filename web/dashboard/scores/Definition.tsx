import { createResource, createSignal, For, Show } from 'solid-js'
import type { Query } from '../base/client.ts'
import type { Scores, Survey } from '../base/api.ts'
import { exclusions } from './api.ts'
import type { Segment } from './filter.ts'
import * as format from '../base/format.ts'
import { locale, plural, t } from '../base/i18n.ts'
import { segmentInWords } from '../base/propertyNames.ts'

const REASONS = ['skipped', 'earlier', 'suspected', 'unconfirmed', 'test', 'erased'] as const

/** Explains how the score above was calculated. */
export function Definition(props: {
  survey: Pick<Survey, 'id'>
  scores: Pick<Scores, 'metric' | 'total' | 'from' | 'to' | 'timeZone' | 'counting'>
  query: Query
  segments: Segment[]
}) {
  const [open, setOpen] = createSignal(false)
  const [excluded] = createResource(
    () => open() && props.query,
    (query) => exclusions(props.survey.id, query),
  )
  const metric = () => props.scores.metric
  const total = () => props.scores.total
  const reasons = () => {
    const counts = excluded.state === 'ready' ? excluded.latest : undefined
    return REASONS.flatMap((reason) => {
      const n = counts?.[reason] ?? 0
      return n > 0 ? [plural(`definition.${reason}`, n)] : []
    })
  }
  return (
    <details class="details" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('definition.title')}</summary>
      <dl class="score-definition">
        <Fact name={t('definition.formula')} text={t(`definition.formulas.${metric()}`)} />
        <Fact
          name={t('definition.window')}
          text={[
            format.days(locale(), props.scores.from, props.scores.to),
            t('definition.zone', { zone: props.scores.timeZone }),
            ...props.segments.map(segmentInWords),
          ].join(' · ')}
        />
        <Fact
          name={t('definition.counted')}
          text={`${plural('answers', total().n)}. ${t(`definition.countings.${props.scores.counting}`)}`}
        />
        <div>
          <dt>{t('definition.exclusions')}</dt>
          <dd aria-live="polite">
            <For each={reasons()}>{(reason) => <>{reason}. </>}</For>
            <Show when={excluded.state === 'ready' && reasons().length === 0}>
              {t('definition.nothing')}{' '}
            </Show>
            {t('definition.never')}
          </dd>
        </div>
        <Fact name={t('definition.interval')} text={t(`definition.intervals.${total().method}`)} />
        <Fact name={t('definition.rounding')} text={t('definition.rounded')} />
      </dl>
    </details>
  )
}

function Fact(props: { name: string; text: string }) {
  return (
    <div>
      <dt>{props.name}</dt>
      <dd>{props.text}</dd>
    </div>
  )
}
