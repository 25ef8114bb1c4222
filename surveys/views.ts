/** The pages whose filter can be saved under a name. */
export const VIEWED_PAGES = ['desk', 'trends'] as const
export type ViewedPage = (typeof VIEWED_PAGES)[number]
