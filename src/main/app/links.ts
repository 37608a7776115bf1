/** Which addresses may leave the program for the user's browser. */

/**
 * Only what a browser or a mail program shows. Other schemes start programs (`ms-msdt:`), mount shares (`smb:`, `file:`)
 * or read the disk, and the address comes from a stranger's message.
 */
export const isOpenable = (url: string): boolean => {
  const parsed = URL.parse(url)
  if (parsed === null || url.length > 4_096) return false
  if (parsed.protocol === 'mailto:') return true
  if (parsed.protocol !== 'https:' && parsed.protocol !== 'http:') return false
  // Names and passwords in an address are used to make a foreign host look like a known one.
  return parsed.hostname !== '' && parsed.username === '' && parsed.password === ''
}
