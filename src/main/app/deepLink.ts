/**
 * Addresses of the program, such as `foyer://conversation/018f…`, that another program or a web page opened.
 *
 * They are hostile input: they carry no secret and do nothing but show a page that the user could have opened.
 */
import type { DeepLink } from '../../preload/contract.ts'

export const LINK_SCHEME = 'foyer'

const ID = /^[\w-]{1,64}$/u

/** What the address shows; undefined for everything else. */
export const parseDeepLink = (text: string): DeepLink | undefined => {
  const url = text.length <= 256 ? URL.parse(text) : null
  if (url?.protocol !== `${LINK_SCHEME}:` || url.search !== '' || url.hash !== '') return undefined
  const [id = '', ...more] = url.pathname.split('/').slice(1)
  if (url.host !== 'conversation' || more.length > 0 || !ID.test(id)) return undefined
  return { page: 'conversation', id }
}

/** The address among the arguments of a start; other arguments mean nothing. */
export const deepLinkOf = (args: readonly string[]): DeepLink | undefined => {
  for (const arg of args) {
    const link = parseDeepLink(arg)
    if (link) return link
  }
  return undefined
}
