import { useLocation, useNavigate, useParams } from '@solidjs/router'
import { createEffect, createMemo, on, type Accessor } from 'solid-js'
import type { FollowUp } from './model/api.ts'
import { readDeskFilter, writeDeskFilter, type DeskFilter } from './model/filter.ts'
import { focusedRow, focusRow } from './rowFocus.ts'

const SIDE_BY_SIDE = '(min-width: 60rem)'

/** Whether the list and the open case are shown side by side. */
export const isWide = () => matchMedia(SIDE_BY_SIDE).matches

/** The desk's address: which cases are listed, and which one is open. */
export function useDeskAddress() {
  const location = useLocation()
  const navigate = useNavigate()
  const params = useParams<{ id?: string }>()
  const filter = createMemo(() => readDeskFilter(new URLSearchParams(location.search)), undefined, {
    equals: (a, b) => JSON.stringify(a) === JSON.stringify(b),
  })
  const openId = () => params.id

  // On a narrow screen the list and the case take turns, and the list keeps its scroll position.
  let listAt = 0
  createEffect(
    on(
      () => Boolean(openId()),
      (isOpen) => {
        if (isWide()) return
        if (isOpen) listAt = window.scrollY
        window.scrollTo(0, isOpen ? 0 : listAt)
      },
      { defer: true },
    ),
  )

  return {
    filter,
    openId,
    search: () => location.search,
    filterBy: (changes: Partial<DeskFilter>) =>
      navigate(`/follow-ups${writeDeskFilter({ ...filter(), ...changes })}`, { replace: true }),
    /** Shows the cases of a saved view. */
    openSearch: (search: string) => navigate(`/follow-ups${search}`),
    open(id: string | null) {
      const path = id ? `/follow-ups/${id}` : '/follow-ups'
      const left = openId()
      navigate(path + location.search, { replace: Boolean(left), scroll: false })
      if (!id && left) queueMicrotask(() => focusRow(left))
    },
  }
}

/** Moving through the rows shown, from the open case or the focused row. */
export function createMoves(
  shown: Accessor<FollowUp[]>,
  { openId, open }: Pick<ReturnType<typeof useDeskAddress>, 'openId' | 'open'>,
) {
  const neighbour = (step: 1 | -1) => {
    const at = shown().findIndex(({ id }) => id === (openId() ?? focusedRow()))
    return at === -1 ? shown()[0] : shown()[at + step]
  }
  return {
    neighbour,
    move(step: 1 | -1) {
      const next = neighbour(step)
      if (!next) return
      if (isWide() || openId()) open(next.id)
      focusRow(next.id)
    },
  }
}
