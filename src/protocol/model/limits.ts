/** Figures both sides of a conversation obey; apart from the schemas, so that a browser need not load those. */

/** Longest text of one message, in characters (R-06-035). */
export const TEXT_LIMIT = 5000
/** Longest note to the customer at a transfer, in full-width characters (R-02-200). */
export const CUSTOMER_NOTE_LIMIT = 100
/** Longest note to whoever receives a transferred session (R-02-200). */
export const COLLEAGUE_NOTE_LIMIT = 200
/** Longest free text of a customer's rating, in full-width characters (R-02-260). */
export const RATING_COMMENT_LIMIT = 200
/** Longest name of a topic, in full-width characters (R-02-270). */
export const TOPIC_NAME_LIMIT = 12
/** Most topics of the first level, and of the second below each of them (R-02-274). */
export const TOPICS_LIMIT = 50
/** Largest image, in bytes (R-06-031). */
export const IMAGE_LIMIT_BYTES = 5 * 1024 * 1024
/** Largest file on the web channel, in bytes (R-06-034, R-18-031). */
export const FILE_LIMIT_BYTES = 100 * 1024 * 1024
