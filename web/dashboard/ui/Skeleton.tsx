import { For } from 'solid-js'
import { t } from '../base/i18n.ts'

const BLOCKS = {
  shell: ['nav', 'title', 'card', 'card', 'card'],
  page: ['title', 'card', 'card', 'card'],
  cards: ['card', 'card', 'card'],
  chart: ['figure', 'chart', 'row', 'row', 'row'],
  list: ['row', 'row', 'row', 'row', 'row', 'row', 'row', 'row'],
}

/** A placeholder while content loads; hidden for the first 150 ms, so that it doesn't flicker. */
export function Skeleton(props: { shape: keyof typeof BLOCKS }) {
  return (
    <div class="skeleton" data-shape={props.shape} role="status" aria-label={t('loading')}>
      <For each={BLOCKS[props.shape]}>
        {(block) => <div class="skeleton__block" data-block={block} />}
      </For>
    </div>
  )
}
