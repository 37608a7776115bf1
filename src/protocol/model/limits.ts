/** Figures both sides of a conversation obey; apart from the schemas, so that a browser need not load those. */

/** Longest text of one message, in characters (R-06-035). */
export const TEXT_LIMIT = 5000
/** Longest private remark, in full-width characters (R-03-133). */
export const PRIVATE_REMARK_LIMIT = 32
/** Most characters of an unsent text that agents are shown (R-06-095). */
export const TYPED_LIMIT = 200
/** Longest alternative text of a picture, in characters (R-18-067). */
export const ALT_LIMIT = 200
/** So long after the server has taken a message its author can take it back (R-06-080). */
export const RECALL_MS = 2 * 60_000
/** Longest note to the customer at a transfer, in full-width characters (R-02-200). */
export const CUSTOMER_NOTE_LIMIT = 100
/** Longest note to whoever receives a transferred session (R-02-200). */
export const COLLEAGUE_NOTE_LIMIT = 200
/** Longest word to a customer who is asked for their friendship (R-05-033). */
export const FRIEND_TEXT_LIMIT = 60
/** Longest free text of a customer's rating, in full-width characters (R-02-260). */
export const RATING_COMMENT_LIMIT = 200
/** Longest name of a topic, in full-width characters (R-02-270). */
export const TOPIC_NAME_LIMIT = 12
/** Most topics of the first level, and of the second below each of them (R-02-274). */
export const TOPICS_LIMIT = 50
/** Longest title and text of an entry point, in full-width characters (R-02-028). */
export const WIDGET_TITLE_LIMIT = 8
export const WIDGET_TEXT_LIMIT = 10
/** Longest welcome at the beginning of a chat, in full-width characters. */
export const WIDGET_WELCOME_LIMIT = 200
/** Farthest an entry stands from its corner or edge, in pixels. */
export const WIDGET_OFFSET_LIMIT = 600
export const WIDGET_ICON_SIZE = { least: 40, most: 96 } as const
/** Most elements of a page that one entry is attached to, and most sites that may carry it. */
export const WIDGET_SELECTORS_LIMIT = 10
export const WIDGET_ORIGINS_LIMIT = 50
/** Longest texts a company says of itself (R-18-012). */
export const COMPANY_LIMITS = { introduction: 200, address: 100, phone: 32, email: 128, site: 128 } as const
/** Largest own picture of an entry, in bytes (R-02-031). */
export const WIDGET_PICTURE_LIMIT_BYTES = 2 * 1024 * 1024
/** Longest text a company shows while nobody can receive, in full-width characters (R-08-069). */
export const COMPANY_TEXT_LIMIT = 100
/** Longest greeting of an agent, in full-width characters, and most greetings of a company (R-02-170). */
export const GREETING_TEXT_LIMIT = 100
export const GREETINGS_LIMIT = 200
/** Most entries of a navigation menu on each level, most quick buttons, and their longest texts (R-02-176, R-08-071). */
export const NAV_MENU_LIMITS = { entries: 10, buttons: 3, title: 16, text: 500 } as const
/** Largest image, in bytes (R-06-031). */
export const IMAGE_LIMIT_BYTES = 5 * 1024 * 1024
/** Largest file on the web channel, in bytes (R-06-034, R-18-031). */
export const FILE_LIMIT_BYTES = 100 * 1024 * 1024
/** So many waiting customers can be given another target or owner with one command (R-02-128). */
export const POOL_BATCH_LIMIT = 100
