/** Listed first; some browsers' lists lack these names. */
const COMMON = ['UTC', 'Europe/Prague', 'Europe/London', 'America/New_York', 'Asia/Kolkata']

/** Time zones by region, after the current and common ones. */
export function timeZones(current: string): { region: string | null; names: string[] }[] {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions()
  const common = [...new Set([current, timeZone, ...COMMON])]
  const others = Intl.supportedValuesOf('timeZone').filter((name) => !common.includes(name))
  const regionOf = (name: string) => name.split('/', 1)[0]!
  const regions = [...new Set(others.map(regionOf))]
  return [
    { region: null, names: common },
    ...regions.map((region) => ({
      region,
      names: others.filter((name) => regionOf(name) === region),
    })),
  ]
}
