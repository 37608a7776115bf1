/** Which page the address means, and what it carries. Few pages need no library. */
export type Place =
  | {
      readonly page: 'workbench'
      readonly ticket: string | null
      /** The conversation that a link leads to. */
      readonly conversation: string | null
    }
  | { readonly page: 'setup'; readonly token: string }
  | { readonly page: 'design' }

export const placeOf = (url: URL): Place => {
  const path = url.pathname.replace(/\/+$/u, '')
  if (path.endsWith('/setup')) return { page: 'setup', token: url.searchParams.get('token') ?? '' }
  if (path.endsWith('/design')) return { page: 'design' }
  const { searchParams } = url
  const conversation = searchParams.get('conversation') ?? ''
  return {
    page: 'workbench',
    ticket: searchParams.get('ticket'),
    conversation: ID.test(conversation) ? conversation : null,
  }
}

/** A link comes from anywhere. */
const ID = /^[\w-]{1,64}$/u

/**
 * The address without what may be used only once: a secret, so that it is in no history and no screenshot, and where a
 * link led to, so that a reload stays where one is.
 */
export const withoutOnce = (url: URL): URL => {
  const clean = new URL(url)
  clean.searchParams.delete('ticket')
  clean.searchParams.delete('token')
  clean.searchParams.delete('conversation')
  return clean
}
