/** What a score counts: every answer, or each customer's latest within the range. */
export const COUNTINGS = ['answers', 'customers'] as const
export type Counting = (typeof COUNTINGS)[number]

/** The most groups to filter by at once. */
export const MOST_SEGMENTS = 3
