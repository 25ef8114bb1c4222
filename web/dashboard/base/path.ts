// Built files lie in the folder "assets" below the base path, and so know it without being told.
const here = import.meta.url
const isBuilt = import.meta.env.BASE_URL === './'

/** The path under which the dashboard is served, such as `/feedback`; '' without one. */
export const base = isBuilt ? new URL('..', here).pathname.replace(/\/$/, '') : ''

/** The path of a page as routes are written; the browser's begins with the base path. */
export function belowBase(pathname: string): string {
  return pathname.startsWith(base) ? pathname.slice(base.length) || '/' : pathname
}
