import { fileName } from '../base/download.ts'
import { withWords } from '../base/i18n.ts'
import { useSession } from '../base/session.ts'
import { SaveAs } from '../ui/SaveAs.tsx'
import type * as Saved from './savedTrend.ts'

/** Offers a sparkline as a full chart and its weeks as CSV. */
export function SaveTrend(props: {
  trend: Saved.SmallTrend
  /** What is saved, for screen readers. */
  what: string
}) {
  let place!: HTMLDivElement
  const session = useSession()
  const days = () => ({ from: props.trend.weeks[0]!.from, to: props.trend.weeks.at(-1)!.to })

  return (
    <div ref={(element) => (place = element)}>
      <SaveAs
        what={props.what}
        name={(ending) => fileName(props.trend.survey, 'trend', days(), ending)}
        picture={(kind) => savedPicture(place, kind, session, props.trend)}
        rows={() => savedRows(props.trend)}
      />
    </div>
  )
}

/** Loaded on demand, because it needs texts and code that most visits don't. */
const loadSaved = withWords(() => import('./savedTrend.ts'), 'filter', 'scores', 'trends')

const savedPicture: typeof Saved.savedPicture = async (...args) =>
  (await loadSaved()).savedPicture(...args)

const savedRows = async (trend: Saved.SmallTrend) => (await loadSaved()).savedRows(trend)
