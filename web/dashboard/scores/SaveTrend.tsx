import { fileName } from '../base/download.ts'
import { withWords } from '../base/i18n.ts'
import { useSession } from '../base/session.ts'
import { SaveAs } from '../ui/SaveAs.tsx'
import type * as Saved from './savedTrend.ts'

/** Offers the weeks of a small picture as the whole chart that it stands for. */
export function SaveTrend(props: {
  trend: Saved.SmallTrend
  /** What is saved, for those who hear the buttons alone. */
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

/** With it come words and arithmetic that nobody should wait for who saves nothing. */
const loadSaved = withWords(() => import('./savedTrend.ts'), 'filter', 'scores', 'trends')

const savedPicture: typeof Saved.savedPicture = async (...given) =>
  (await loadSaved()).savedPicture(...given)

const savedRows = async (trend: Saved.SmallTrend) => (await loadSaved()).savedRows(trend)
