/** Calendar periods: those that have begun, up to today, and those before them. */
export const CALENDAR = [
  'month',
  'lastMonth',
  'quarter',
  'lastQuarter',
  'year',
  'lastYear',
] as const
export type CalendarRange = (typeof CALENDAR)[number]

type Days = { from: string; to: string }

const MONTHS = { month: 1, quarter: 3, year: 12 } as const

const UNITS: Record<CalendarRange, { months: number; back: number }> = {
  month: { months: MONTHS.month, back: 0 },
  lastMonth: { months: MONTHS.month, back: 1 },
  quarter: { months: MONTHS.quarter, back: 0 },
  lastQuarter: { months: MONTHS.quarter, back: 1 },
  year: { months: MONTHS.year, back: 0 },
  lastYear: { months: MONTHS.year, back: 1 },
}

/** The days of a calendar period; one that has begun ends today. */
export function calendarDays(range: CalendarRange, today: string): Days {
  const { months, back } = UNITS[range]
  return back === 0
    ? { from: dayOfMonth(startOf(today, months), 1), to: today }
    : wholePeriod(startOf(today, months) - back * months, months)
}

/** The period before; for one that has begun, up to the same day of it. */
export function calendarBefore(range: CalendarRange, today: string): Days {
  const { months, back } = UNITS[range]
  const start = startOf(today, months) - (back + 1) * months
  if (back > 0) return wholePeriod(start, months)
  const day = Number(today.slice(8))
  return { from: dayOfMonth(start, 1), to: dayOfMonth(monthOf(today) - months, day) }
}

/** Months since the year 0. */
const monthOf = (iso: string) => 12 * Number(iso.slice(0, 4)) + Number(iso.slice(5, 7)) - 1

/** The first month of the period around a day. */
const startOf = (iso: string, months: number) => monthOf(iso) - (monthOf(iso) % months)

const wholePeriod = (start: number, months: number): Days => ({
  from: dayOfMonth(start, 1),
  to: dayOfMonth(start + months - 1, 31),
})

/** A day of a month, at most its last one. */
function dayOfMonth(month: number, day: number): string {
  const [year, index] = [Math.floor(month / 12), month % 12]
  const last = new Date(Date.UTC(year, index + 1, 0)).getUTCDate()
  return new Date(Date.UTC(year, index, Math.min(day, last))).toISOString().slice(0, 10)
}
