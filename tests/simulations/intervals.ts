import { alertTable } from './alerts.ts'
import { coverageTable } from './coverage.ts'
import { differenceTable, tierTable } from './differences.ts'
import { estimateTable, wobbleTable } from './estimates.ts'
import { rareCoverageTable, rareDifferenceTable, rareTierTable } from './rare.ts'
import { shiftTable } from './shifts.ts'

// Prints, in Markdown, how often the product's intervals cover the true value and how often its tests
// raise false alarms.
for (const table of [
  coverageTable,
  rareCoverageTable,
  differenceTable,
  rareDifferenceTable,
  tierTable,
  rareTierTable,
  shiftTable,
  wobbleTable,
  estimateTable,
  alertTable,
]) {
  console.log(table(), '\n')
}
