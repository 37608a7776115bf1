/** Hosts of search engines; what stands before the last parts does not matter. */
const SEARCH_HOST =
  /(?:^|\.)(?:google|bing|baidu|sogou|so|sm|yahoo|duckduckgo|yandex|ecosia)\.(?:[a-z]{2,3}\.)?[a-z]{2,6}$/iu

/** Parameters in which search engines say what was searched for. */
const SEARCH_WORDS = ['q', 'wd', 'word', 'query', 'keyword', 'p', 'text'] as const

/** What somebody searched for, by the address they came from; null: no search engine, empty: it does not tell. */
export const searchWordsOf = (referrer: string): string | null => {
  if (!URL.canParse(referrer)) return null
  const { hostname, searchParams } = new URL(referrer)
  if (!SEARCH_HOST.test(hostname)) return null
  for (const name of SEARCH_WORDS) {
    const words = searchParams.get(name)
    if (words) return words
  }
  return ''
}
