// What a text or a list has at most. The server refuses more, and the dashboard takes no more.

/** The longest comment, and the longest note of the team. */
export const LONGEST_COMMENT = 5_000
/** The limit of one line: a short text, or the text for "other". */
export const LONGEST_LINE = 200
export const LONGEST_SURVEY_NAME = 120
/** What a person or a company is called. */
export const LONGEST_SHORT_NAME = 100
export const LONGEST_ANNOTATION = 120
export const LONGEST_ACCOUNT_EMAIL = 200
/** The texts in all languages say it, too. */
export const SHORTEST_PASSWORD = 10

export const LONGEST_PROPERTY_NAME = 60
export const LONGEST_PROPERTY_VALUE = 200
/** The most properties of one response. */
export const MOST_PROPERTIES = 50

/** The most follow-ups that are changed at once. */
export const MOST_AT_ONCE = 200
