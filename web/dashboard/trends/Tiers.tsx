import { createSignal, For, Show, type JSX } from 'solid-js'
import type { GroupScore } from '../base/api.ts'
import { foldText } from '../../../surveys/search/searchTokens.ts'
import * as format from '../base/format.ts'
import { locale, t } from '../base/i18n.ts'
import { segmentName } from '../base/propertyNames.ts'
import { TextField } from '../ui/TextField.tsx'
import './tiers.css'

const TIERS = ['above', 'cannot-tell', 'below', 'too-few'] as const

/** How many groups of a tier are shown at first. */
const SHOWN = 10
/** From this many groups on there is a search field. */
const SEARCHED_FROM = 30

/** A property's groups by tier, largest first. */
export function Tiers(props: {
  property: string
  values: Record<string, GroupScore>
  /** The tiers that show all groups. */
  opened: ReadonlySet<string>
  onOpen: (tier: string, all: boolean) => void
  children: (value: string, score: GroupScore) => JSX.Element
}) {
  const [search, setSearch] = createSignal('')
  const total = () => Object.keys(props.values).length
  const found = () => {
    const text = foldText(search().trim())
    return Object.entries(props.values).filter(([value]) =>
      foldText(segmentName(props.property, value)).includes(text),
    )
  }
  const tiers = () => inTiers(found())
  const keyOf = (tier: string) => `${props.property} ${tier}`

  return (
    <>
      <Show when={total() >= SEARCHED_FROM}>
        <div class="group-tiers__find">
          <TextField label={t('groups.find')} value={search()} onInput={setSearch} optional />
        </div>
      </Show>
      <Show when={tiers().length === 0}>
        <p class="quiet" role="status">
          {t('groups.none')}
        </p>
      </Show>
      <For each={tiers()}>
        {({ tier, groups }) => (
          <div class="group-tiers__tier" data-tier={tier}>
            <h4 class="group-tiers__name">{t(`tiers.${tier}`)}</h4>
            <ul>
              <For each={props.opened.has(keyOf(tier)) ? groups : groups.slice(0, SHOWN)}>
                {([value, score]) => props.children(value, score)}
              </For>
            </ul>
            <Show when={groups.length > SHOWN}>
              <button
                type="button"
                class="link group-tiers__all"
                aria-expanded={props.opened.has(keyOf(tier))}
                onClick={() => props.onOpen(keyOf(tier), !props.opened.has(keyOf(tier)))}
              >
                {props.opened.has(keyOf(tier))
                  ? t('showFewer')
                  : t('showAll', { n: format.count(locale(), groups.length) })}
              </button>
            </Show>
          </div>
        )}
      </For>
    </>
  )
}

function inTiers(groups: [value: string, score: GroupScore][]) {
  const byCount = groups.toSorted(([, a], [, b]) => b.n - a.n)
  return TIERS.map((tier) => ({
    tier,
    groups: byCount.filter(([, score]) => score.tier === tier),
  })).filter(({ groups }) => groups.length > 0)
}
