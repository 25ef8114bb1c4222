import { useLocation, useNavigate, useParams } from '@solidjs/router'
import type { Accessor } from 'solid-js'
import { useKeys } from '../base/keys.ts'
import type { Paged } from '../base/paged.ts'
import { focusTitle } from '../ui/Title.tsx'
import { addressOf } from './address.ts'
import type { SurveyResponse } from './api.ts'

/** Which response of a list is open, by the address, and its neighbours in the list's order. */
export function useResponsePanel(surveyId: Accessor<string>, list: Paged<SurveyResponse>) {
  const location = useLocation()
  const navigate = useNavigate()
  const params = useParams<{ response?: string }>()
  const openId = () => params.response

  const open = (id: string | null) => {
    const path = id ? addressOf({ surveyId: surveyId(), id }) : `/surveys/${surveyId()}/responses`
    const left = openId()
    navigate(path + location.search, { replace: Boolean(left), scroll: false })
    if (!id && left) queueMicrotask(() => focusRow(left))
  }
  /** Opens the row so many places further; null if there is none. */
  const step = (places: 1 | -1) => {
    const at = list.rows.findIndex(({ id }) => id === openId())
    if (at === -1) return null
    const row = list.rows[at + places]
    if (row) return () => open(row.id)
    if (places === -1 || !list.hasMore()) return null
    return () => void openAfterMore(at + 1)
  }
  const openAfterMore = async (at: number) => {
    await list.more()
    const row = list.rows[at]
    if (row) open(row.id)
  }
  useKeys({
    j: () => openId() && step(1)?.(),
    k: () => openId() && step(-1)?.(),
    Escape: () => openId() && open(null),
  })
  return {
    openId,
    open,
    search: () => location.search,
    previous: () => step(-1),
    next: () => step(1),
  }
}

function focusRow(id: string) {
  const link = document.getElementById(`row-${id}`)
  if (link) link.focus({ preventScroll: true })
  else focusTitle()
}
