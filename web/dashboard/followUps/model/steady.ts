/**
 * Leaves out rows that arrived above or between those already seen, so that no row moves under the
 * reader. Rows below the last one seen are added.
 */
export function steady<Row extends { id: string }>(rows: Row[], seen: ReadonlySet<string>): Row[] {
  const last = rows.findLastIndex(({ id }) => seen.has(id))
  return rows.filter(({ id }, at) => at > last || seen.has(id))
}
