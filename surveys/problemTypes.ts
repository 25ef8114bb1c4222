/** The `type` (RFC 9457) of the one problem after which a page knows that its answers are stored. */
export const NEWER_SAVE_STORED = 'newer-save'
