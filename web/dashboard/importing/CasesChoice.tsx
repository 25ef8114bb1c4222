import { plural, t } from '../base/i18n.ts'
import { Segmented } from '../ui/Segmented.tsx'
import type { ImportPreview, ImportSettings } from './api.ts'

const CHOICES = ['recent', 'none'] as const
type CasesFrom = NonNullable<ImportSettings['followUps']>

/** Which low answers open a case: recent ones or none; old ones never do. */
export function CasesChoice(props: {
  chosen: CasesFrom
  counts: ImportPreview['followUps']
  onChoose: (from: CasesFrom) => void
}) {
  const opened = () => props.counts.opened + props.counts.restored
  return (
    <section>
      <Segmented
        label={t('importing.cases')}
        value={props.chosen}
        options={CHOICES.map((value) => ({ value, text: t(`importing.caseChoices.${value}`) }))}
        onChoose={(value) => props.onChoose(value as CasesFrom)}
      />
      <p class="field__help" role="status">
        {opened() ? plural('importing.casesOpened', opened()) : t('importing.noCases')}
      </p>
    </section>
  )
}
