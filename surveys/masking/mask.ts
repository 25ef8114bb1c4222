/** Stands in a comment for what only leads may read. It has no letter or digit, so no search finds it. */
export const MASK = '•••'
