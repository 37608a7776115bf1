/**
 * Text of strangers for one line of ours: no control characters and nothing that turns the direction of the text
 * around it (R-03-204).
 */
export const plainLine = (text: string): string =>
  text.replace(/[\u0000-\u001F\u007F-\u009F\u200E\u200F\u202A-\u202E\u2066-\u2069]+/gu, ' ').trim()

/** The same for a text of several lines. */
export const plainText = (text: string): string =>
  text.replace(/[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]+/gu, '')
