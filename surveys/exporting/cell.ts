/** A time by the clock, which a spreadsheet keeps as a date: milliseconds as if the clock showed UTC. */
export type Clock = { clock: number }

/** A cell of an exported file, in any format. */
export type Cell = string | number | Clock | null

/** The format of spreadsheets: `2026-11-22 09:30:00`. */
export const clockText = ({ clock }: Clock): string =>
  new Date(clock).toISOString().slice(0, 19).replace('T', ' ')
