/** What a score counts: every answer, or of each customer the latest among those looked at. */
export const COUNTINGS = ['answers', 'customers'] as const
export type Counting = (typeof COUNTINGS)[number]

/** By how many groups answers may be narrowed at once. */
export const MOST_SEGMENTS = 3
