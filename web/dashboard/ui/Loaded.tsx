import { Match, Switch, type Accessor, type JSX } from 'solid-js'
import type { Load } from '../base/load.ts'
import { ErrorState } from './ErrorState.tsx'

/** Renders loaded data, a skeleton until then, or the error. */
export function Loaded<T>(props: {
  of: Load<T>
  skeleton: JSX.Element
  children: (loaded: Accessor<NonNullable<T>>) => JSX.Element
}) {
  const has = () => ['ready', 'refreshing'].includes(props.of.resource.state)
  return (
    <Switch fallback={props.skeleton}>
      <Match when={props.of.resource.error}>
        {(error) => <ErrorState error={error()} retry={props.of.again} />}
      </Match>
      <Match when={has() && props.of.resource.latest}>
        {(loaded) => (
          <div class="loaded" aria-busy={props.of.resource.loading}>
            {props.children(loaded)}
          </div>
        )}
      </Match>
    </Switch>
  )
}
