/** `desk.example.com/` → `https://desk.example.com`; null: no address a server can have. */
export const serverAddress = (given: string): string | null => {
  const trimmed = given.trim().replace(/\/+$/u, '')
  const address = /^https?:\/\//iu.test(trimmed) ? trimmed : `https://${trimmed}`
  const url = URL.parse(address)
  // A name in an address makes a foreign host look like a known one.
  return url === null || url.username !== '' || url.password !== '' ? null : address
}

/** Whether nobody on the way can read along: encrypted, or without any way at all. */
export const isPrivate = (address: string): boolean => {
  const url = URL.parse(address)
  return url?.protocol === 'https:' || LOOPBACK.test(url?.hostname ?? '')
}

const LOOPBACK = /^(?:localhost|[\w-]+\.localhost|127(?:\.\d{1,3}){3}|\[::1\])$/u
