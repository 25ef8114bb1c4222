/** The problem's `type` (RFC 9457) that tells a page that a newer save of its response is stored. */
export const NEWER_SAVE_STORED = 'newer-save'
