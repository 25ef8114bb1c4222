import { useLocation, useNavigate } from '@solidjs/router'
import { createMemo, type Accessor } from 'solid-js'
import { readFilter, writeFilter, type Filter, type Range } from './filter.ts'

/** The filter in the address, and how to change it there. */
export function useFilter(
  usual: Range,
): [filter: Accessor<Filter>, change: (changes: Partial<Filter>) => void] {
  const location = useLocation()
  const navigate = useNavigate()
  const filter = createMemo(() => readFilter(new URLSearchParams(location.search), usual))
  const change = (changes: Partial<Filter>) => {
    const search = writeFilter({ ...filter(), ...changes }, usual)
    navigate(location.pathname + search, { replace: true, scroll: false, resolve: false })
  }
  return [filter, change]
}
