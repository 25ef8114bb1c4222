import { useLocation, useNavigate } from '@solidjs/router'
import { createMemo, type Accessor } from 'solid-js'
import { readFilter, writeFilter, type Filter, type Range } from './filter.ts'

/** The filter in the URL, and a function that changes it. */
export function useFilter(
  defaultRange: Range,
): [filter: Accessor<Filter>, change: (changes: Partial<Filter>) => void] {
  const location = useLocation()
  const navigate = useNavigate()
  const filter = createMemo(() => readFilter(new URLSearchParams(location.search), defaultRange))
  const change = (changes: Partial<Filter>) => {
    const search = writeFilter({ ...filter(), ...changes }, defaultRange)
    navigate(location.pathname + search, { replace: true, scroll: false, resolve: false })
  }
  return [filter, change]
}
