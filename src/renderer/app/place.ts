/** Which page the address means, and what it carries. Few pages need no library. */
export type Place =
  | { readonly page: 'workbench'; readonly ticket: string | null }
  | { readonly page: 'setup'; readonly token: string }
  | { readonly page: 'design' }

export const placeOf = (url: URL): Place => {
  const path = url.pathname.replace(/\/+$/u, '')
  if (path.endsWith('/setup')) return { page: 'setup', token: url.searchParams.get('token') ?? '' }
  if (path.endsWith('/design')) return { page: 'design' }
  return { page: 'workbench', ticket: url.searchParams.get('ticket') }
}

/** The address without what may be used only once, so that it is in no history and no screenshot. */
export const withoutSecrets = (url: URL): URL => {
  const clean = new URL(url)
  clean.searchParams.delete('ticket')
  clean.searchParams.delete('token')
  return clean
}
