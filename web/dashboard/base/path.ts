// Built files are in the folder "assets" below the base path, which is how they find it.
const here = import.meta.url
const isBuilt = import.meta.env.BASE_URL === './'

/** The path under which the dashboard is served, such as `/feedback`; '' without one. */
export const base = isBuilt ? new URL('..', here).pathname.replace(/\/$/, '') : ''

/** A browser path without the base path, as routes are written. */
export function belowBase(pathname: string): string {
  return pathname.startsWith(base) ? pathname.slice(base.length) || '/' : pathname
}
