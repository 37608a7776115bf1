import type { VisitSource } from '../../protocol/model/index.ts'
import { searchWordsOf } from '../../protocol/searchEngines.ts'

/** What a page says of a visit; untrusted words of a browser. */
export interface VisitedPage {
  readonly url: string
  readonly referrer: string
}

const CAMPAIGN_LIMIT = 8

/** Which way a visitor came (R-02-039): what a campaign says counts more than the page before. */
export const visitSourceOf = ({ url, referrer }: VisitedPage): VisitSource => {
  const host = hostOf(referrer)
  const words = searchWordsOf(referrer)
  const campaign = campaignOf(url)
  const from = host === hostOf(url) ? '' : host
  const kind =
    Object.keys(campaign).length > 0
      ? 'campaign'
      : from === ''
        ? 'direct'
        : words === null
          ? 'site'
          : 'search'
  return { kind, host: from, words: shortened(words ?? ''), campaign }
}

const campaignOf = (url: string): Record<string, string> => {
  const found: Record<string, string> = {}
  if (!URL.canParse(url)) return found
  for (const [name, value] of new URL(url).searchParams) {
    const mark = /^utm_([a-z]{1,20})$/u.exec(name)?.[1]
    if (mark && shortened(value) !== '' && Object.keys(found).length < CAMPAIGN_LIMIT)
      found[mark] = shortened(value)
  }
  return found
}

const hostOf = (address: string): string => (URL.canParse(address) ? shortened(new URL(address).host) : '')

const shortened = (text: string): string => text.trim().slice(0, 128).trim()
