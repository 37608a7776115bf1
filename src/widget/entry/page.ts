import type { PageInfo } from '../shared/bridge.ts'

/** Campaign marks are the source of a visit (R-18-011); other parts of a query may be secrets and stay here. */
const CAMPAIGN = /(?:^|&)(?:utm_\w{1,20})=[^&#]{0,200}/gu

export const pageInfo = (): PageInfo => ({
  url: withCampaign(location.href),
  title: cut(document.title, 256),
  referrer: cut(withoutQuery(document.referrer), 2048),
  language: pageLanguage(),
})

export const pageLanguage = (): string =>
  cut(document.documentElement.lang || navigator.language || 'zh-CN', 35)

export const withCampaign = (href: string): string => {
  const query = /\?([^#]*)/u.exec(href)?.[1] ?? ''
  let kept = ''
  for (const match of query.matchAll(CAMPAIGN)) kept += (kept === '' ? '?' : '&') + match[0].replace('&', '')
  return cut(withoutQuery(href) + kept, 2048)
}

const withoutQuery = (address: string): string => address.replace(/[?#].*$/su, '')

const cut = (text: string, limit: number): string => text.slice(0, limit)
