/** Figures both sides of a conversation obey; apart from the schemas, so that a browser need not load those. */

/** Longest text of one message, in characters (R-06-035). */
export const TEXT_LIMIT = 5000
/** Longest private remark, in full-width characters (R-03-133). */
export const PRIVATE_REMARK_LIMIT = 32
/** Most characters of an unsent text that agents are shown (R-06-095). */
export const TYPED_LIMIT = 200
/** Longest alternative text of a picture, in characters (R-18-067). */
export const ALT_LIMIT = 200
/** Longest text of what a voice says, in characters (R-18-067). */
export const TRANSCRIPT_LIMIT = 500
/** Longest text that a service makes of a message, in characters: a language needs more letters than another one. */
export const ANNOTATION_LIMIT = 20_000
/** Of what is shown of a page that a message leads to, in characters; the address in letters of the wire (R-06-135). */
export const LINK_PREVIEW_LIMITS = { url: 2000, title: 200, description: 300, site: 80 } as const
/** What a key of a service consists of: it travels in a head, which takes no other letters. */
export const SERVICE_KEY = /^[\x20-\x7e]*$/u
/** Of the services that write down voices and translate texts: lengths of what is set. */
export const LANGUAGE_SERVICE_LIMITS = { address: 500, model: 100, key: 500 } as const
/** Longest recorded voice, in seconds (R-06-036). */
export const VOICE_LIMIT_S = 60
/** So long after the server has taken a message its author can take it back (R-06-080). */
export const RECALL_MS = 2 * 60_000
/** Longest note to the customer at a transfer, in full-width characters (R-02-200). */
export const CUSTOMER_NOTE_LIMIT = 100
/** Longest note to whoever receives a transferred session (R-02-200). */
export const COLLEAGUE_NOTE_LIMIT = 200
/** Longest word to a customer who is asked for their friendship (R-05-033). */
export const FRIEND_TEXT_LIMIT = 60
/** Longest note beside a session, in characters, and most of them in one conversation. */
export const SESSION_NOTE_LIMITS = { text: 1000, ofConversation: 200 } as const
/** Of what an agent has not sent yet: characters and files of one draft, and most of them. */
export const DRAFT_LIMITS = { text: 20_000, files: 50, drafts: 1000 } as const
/** Members of an ad-hoc chat, its longest name, and how many messages one agent may write there in how long (R-09-048, R-09-056). */
export const CHAT_LIMITS = { least: 3, members: 100, name: 30, messages: 20, withinMs: 10_000 } as const
/** Farthest a conversation can be put off (R-03-038). */
export const REMINDER_LIMIT_MS = 366 * 24 * 60 * 60_000
/** Of an agent's saved messages: how many there can be, and how many are saved or given up with one command. */
export const SAVED_MESSAGE_LIMITS = { messages: 1000, batch: 100 } as const
/** So many messages of an agent wait for their time, and so far ahead that may be. */
export const SCHEDULED_LIMITS = { messages: 100, aheadMs: 30 * 24 * 60 * 60_000 } as const
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
export const COMPANY_LIMITS = {
  introduction: 200,
  address: 100,
  phone: 32,
  email: 128,
  site: 128,
  privacy: 256,
} as const
/** Largest own picture of an entry, in bytes (R-02-031). */
export const WIDGET_PICTURE_LIMIT_BYTES = 2 * 1024 * 1024
/** Longest text a company shows while nobody can receive, in full-width characters (R-08-069). */
export const COMPANY_TEXT_LIMIT = 100
/** Longest greeting of an agent, in full-width characters, and most greetings of a company (R-02-170). */
export const GREETING_TEXT_LIMIT = 100
export const GREETINGS_LIMIT = 200
/** Most entries of a navigation menu on each level, most quick buttons, and their longest texts (R-02-176, R-08-071). */
export const NAV_MENU_LIMITS = { entries: 10, buttons: 3, title: 16, text: 500 } as const
/** Of an agent's address book: starred customers, groups in each of its lists, characters of a group's name (R-05-006, R-05-007). */
export const CONTACT_LIMITS = { favorites: 3000, groups: 100, groupName: 16 } as const
/** Of an agent's conversation list: pinned rows (R-03-034), and rows cleared with one command. */
export const LIST_LIMITS = { pins: 50, clearBatch: 200 } as const
/** Of an agent's colour marks: how many, characters of a name, how many a row shows (R-03-023, R-03-051, R-03-053). */
export const COLOR_MARK_LIMITS = { marks: 20, name: 8, shown: 3 } as const
/** Of an agent's saved filters of the list: how many, characters of a name (R-03-048). */
export const LIST_FILTER_LIMITS = { saved: 10, name: 12 } as const
/**
 * Of a library of quick replies, one agent's or the company's: groups, replies in all and in one group, messages and
 * files of one reply, characters of a message, a title and a group's name (R-06-037, R-06-038).
 */
export const QUICK_REPLY_LIMITS = {
  groups: 50,
  library: 500,
  group: 200,
  texts: 5,
  files: 5,
  text: 500,
  title: 64,
  groupName: 32,
} as const
/** Stages between the first and the last, fields of the company's own and their options, and their longest names (R-05-076, R-05-084). */
export const CUSTOMER_SETTINGS_LIMITS = {
  stages: 4,
  stageName: 12,
  fields: 100,
  fieldName: 16,
  options: 100,
  optionName: 30,
} as const
/** Longest follow record (R-05-041), and how long its author may change it. */
export const FOLLOW_RECORD_LIMIT = 2000
export const FOLLOW_RECORD_EDIT_MS = 24 * 60 * 60_000
/** Values a contact field holds, the main one among them (R-05-043). */
export const CONTACT_VALUES_LIMIT = 10
/** Largest image, in bytes (R-06-031). */
export const IMAGE_LIMIT_BYTES = 5 * 1024 * 1024
/** Largest file on the web channel, in bytes (R-06-034, R-18-031). */
export const FILE_LIMIT_BYTES = 100 * 1024 * 1024
/** Larger files are brought in parts of this size (R-06-042). */
export const UPLOAD_PART_BYTES = 1024 * 1024
/** So many waiting customers can be given another target or owner with one command (R-02-128). */
export const POOL_BATCH_LIMIT = 100
/** Each picture of a company theme (R-03-178). */
export const THEME_PICTURE_LIMIT_BYTES = 2 * 1024 * 1024
