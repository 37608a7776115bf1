/** A site, as browsers name it: scheme, host, port; `https://*.example.com` stands for every host below. */
export const originOf = (typed: string): string | null => {
  const text = typed.trim().toLowerCase()
  const full = text.includes('://') ? text : `https://${text}`
  const [, scheme = '', star = '', rest = ''] = /^(https?:\/\/)(\*\.)?(.*)$/u.exec(full) ?? []
  if (!URL.canParse(scheme + rest)) return null
  const { host, username, hash, search } = new URL(scheme + rest)
  if (!/^[\w.-]+(?::\d+)?$/u.test(host) || username || hash || search) return null
  // A star before the last part would mean every site there is.
  if (star !== '' && !host.includes('.')) return null
  return scheme + star + host
}

/** Whether a page of `origin` may carry what is meant for `sites`; an empty list means every page. */
export const allowsOrigin = (sites: readonly string[], origin: string): boolean =>
  sites.length === 0 || sites.some((site) => site === origin || isBelow(site, origin))

const isBelow = (site: string, origin: string): boolean => {
  const [scheme, host] = site.split('://*')
  return host !== undefined && origin.startsWith(`${scheme}://`) && origin.endsWith(host)
}
