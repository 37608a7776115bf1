/** The way to a server, as Chromium found it by the settings of the system, a script or a person. */

/** The address of a proxy. `direct`: there is none in between. `unusable`: there is one of a kind that is not spoken here. */
export type Route = 'direct' | 'unusable' | `http://${string}` | `https://${string}`

/** The first way of such as `PROXY proxy.example:3128; SOCKS5 other:1080; DIRECT` that can be gone. */
export const routeOf = (found: string): Route => {
  const ways = found.split(';').map((way) => way.trim().split(/\s+/u))
  for (const [kind = '', host = ''] of ways) {
    if (kind === 'DIRECT') return 'direct'
    if (kind === 'PROXY' && host !== '') return `http://${host}`
    if (kind === 'HTTPS' && host !== '') return `https://${host}`
  }
  return 'unusable'
}
