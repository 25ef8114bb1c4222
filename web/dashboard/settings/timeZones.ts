/** Some browsers leave these out of their list, under the names that people know them by. */
const USUAL = ['UTC', 'Europe/Prague', 'Europe/London', 'America/New_York', 'Asia/Kolkata']

/** Time zones to choose from by region, the usual ones and the one that is set first. */
export function timeZones(current: string): { region: string | null; names: string[] }[] {
  const own = new Intl.DateTimeFormat().resolvedOptions().timeZone
  const usual = [...new Set([current, own, ...USUAL])]
  const others = Intl.supportedValuesOf('timeZone').filter((name) => !usual.includes(name))
  const regionOf = (name: string) => name.split('/', 1)[0]!
  const regions = [...new Set(others.map(regionOf))]
  return [
    { region: null, names: usual },
    ...regions.map((region) => ({
      region,
      names: others.filter((name) => regionOf(name) === region),
    })),
  ]
}
