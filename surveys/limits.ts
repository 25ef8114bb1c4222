// Limits of texts and lists, enforced by the server and used by the dashboard's fields.

/** The longest comment, and the longest note of the team. */
export const LONGEST_COMMENT = 5_000
/** The longest single line: a short text, or the text for "other". */
export const LONGEST_LINE = 200
export const LONGEST_SURVEY_NAME = 120
/** The names of people and companies. */
export const LONGEST_SHORT_NAME = 100
export const LONGEST_ANNOTATION = 120
export const LONGEST_ACCOUNT_EMAIL = 200
/** Repeated in the texts of all languages. */
export const SHORTEST_PASSWORD = 10
export const LONGEST_PASSWORD = 200

export const LONGEST_PROPERTY_NAME = 60
export const LONGEST_PROPERTY_VALUE = 200
/** The most properties of one response. */
export const MOST_PROPERTIES = 50

export const LONGEST_TAG = 40
/** The most tags of one response. */
export const MOST_TAGS = 20

/** The most follow-ups or responses that one request changes. */
export const MOST_AT_ONCE = 200

/** The most responses that are counted for a search. */
export const MOST_COUNTED = 1_000

/** The longest query of an address that a view keeps. */
export const LONGEST_VIEW_SEARCH = 2_000

/** The largest file of answers that can be uploaded, in bytes. */
export const LARGEST_UPLOAD = 1024 ** 3
