import { For } from 'solid-js'
import { t } from '../base/i18n.ts'

const BLOCKS = {
  shell: ['nav', 'title', 'card', 'card', 'card'],
  page: ['title', 'card', 'card', 'card'],
  cards: ['card', 'card', 'card'],
  chart: ['figure', 'chart', 'row', 'row', 'row'],
  list: ['row', 'row', 'row', 'row', 'row', 'row', 'row', 'row'],
}

/** The outline of what is on its way; the style sheet holds it back for the first 150 ms. */
export function Skeleton(props: { shape: keyof typeof BLOCKS }) {
  return (
    <div class="skeleton" data-shape={props.shape} role="status" aria-label={t('loading')}>
      <For each={BLOCKS[props.shape]}>
        {(block) => <div class="skeleton__block" data-block={block} />}
      </For>
    </div>
  )
}
