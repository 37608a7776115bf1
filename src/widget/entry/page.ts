import { searchWordsOf } from '../../protocol/searchEngines.ts'
import type { PageInfo } from '../shared/bridge.ts'

/** Campaign marks are the source of a visit (R-18-011); other parts of a query may be secrets and stay here. */
const CAMPAIGN = /(?:^|&)(?:utm_\w{1,20})=[^&#]{0,200}/gu

export const pageInfo = (): PageInfo => ({
  url: withCampaign(location.href),
  title: cut(document.title, 256),
  referrer: referrerInfo(document.referrer),
  language: pageLanguage(),
})

export const pageLanguage = (): string =>
  cut(document.documentElement.lang || navigator.language || 'zh-CN', 35)

export const withCampaign = (href: string): string => cut(withoutQuery(href) + campaignOf(href), 2048)

/** The campaign marks of an address, as the query of another one. */
export const campaignOf = (href: string): string => {
  const query = /\?([^#]*)/u.exec(href)?.[1] ?? ''
  let kept = ''
  for (const match of query.matchAll(CAMPAIGN)) kept += (kept === '' ? '?' : '&') + match[0].replace('&', '')
  return kept
}

/** Of a search engine's address what was searched for is the source of a visit too (R-02-039). */
export const referrerInfo = (referrer: string): string => {
  const words = searchWordsOf(referrer)
  return cut(withoutQuery(referrer) + (words ? `?q=${encodeURIComponent(cut(words, 128))}` : ''), 2048)
}

const withoutQuery = (address: string): string => address.replace(/[?#].*$/su, '')

const cut = (text: string, limit: number): string => text.slice(0, limit)
