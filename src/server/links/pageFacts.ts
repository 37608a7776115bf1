import { Parser } from 'htmlparser2'

import { LINK_PREVIEW_LIMITS } from '../../protocol/model/limits.ts'

/** What the head of a page says of it; empty where it says nothing. */
export interface PageFacts {
  readonly title: string
  readonly description: string
  readonly site: string
  /** Address of a picture, whatever that leads to; null: it names none. */
  readonly picture: string | null
}

/** So much of what is only cut afterwards is kept while it is read. */
const KEPT = 4_000

/** Of several names for the same thing the first one that says something holds. */
const TITLES = ['og:title', 'twitter:title']
const DESCRIPTIONS = ['og:description', 'twitter:description', 'description']
const SITES = ['og:site_name', 'application-name']
const PICTURES = ['og:image:secure_url', 'og:image:url', 'og:image', 'twitter:image', 'twitter:image:src']

/** Reads the head of a page; `from` is where it was, for addresses that are told from there. */
export const pageFacts = (html: string, from: string): PageFacts => {
  const { title, said } = readHead(html)
  const first = (names: readonly string[]): string =>
    names.map((name) => said.get(name) ?? '').find((text) => text.trim() !== '') ?? ''
  const picture = first(PICTURES).trim()
  return {
    title: asLine(first(TITLES) || title, LINK_PREVIEW_LIMITS.title),
    description: asLine(first(DESCRIPTIONS), LINK_PREVIEW_LIMITS.description),
    site: asLine(first(SITES), LINK_PREVIEW_LIMITS.site),
    picture: picture === '' ? null : (URL.parse(picture, from)?.href ?? null),
  }
}

/** The charset that a page says it is written in; undefined: it says none. */
export const charsetSaid = (html: string): string | undefined => readHead(html).charset

interface Head {
  readonly title: string
  /** By the name of the thing, what was said of it first. */
  readonly said: ReadonlyMap<string, string>
  readonly charset: string | undefined
}

const readHead = (html: string): Head => {
  const said = new Map<string, string>()
  let title = ''
  let charset: string | undefined
  let inTitle = false
  let isOver = false
  const parser = new Parser({
    onopentag: (name, { property = '', name: called = '', content = '', ...more }) => {
      inTitle = name === 'title' && title === '' && !isOver
      isOver ||= name === 'body'
      if (name !== 'meta' || isOver) return
      const what = (property || called).trim().toLowerCase()
      if (what !== '' && !said.has(what)) said.set(what, content.slice(0, KEPT))
      charset ??= more['charset']
      if (more['http-equiv']?.toLowerCase() === 'content-type') charset ??= charsetOf(content)
    },
    ontext: (text) => {
      if (inTitle && title.length < KEPT) title += text
    },
    onclosetag: (name) => {
      if (name === 'title') inTitle = false
    },
  })
  parser.write(html)
  parser.end()
  return { title, said, charset }
}

/** The charset within the type of a content. */
export const charsetOf = (type: string): string | undefined =>
  /charset\s*=\s*["']?([\w:-]+)/iu.exec(type)?.[1]

/** Text of strangers as one line of ours: nothing that no text holds, turns its direction or takes no room. */
const asLine = (text: string, most: number): string => {
  const line = text
    .slice(0, KEPT)
    .toWellFormed()
    // oxlint-disable-next-line no-control-regex -- what no text holds, and one database does not take
    .replaceAll(
      /[\u0000-\u0020\u007F-\u00A0\u061C\u200B\u200E\u200F\u2028-\u202E\u2060-\u206F\uFEFF]+/gu,
      ' ',
    )
    .trim()
  return line.length <= most
    ? line
    : `${line
        .slice(0, most - 1)
        .toWellFormed()
        .replace(/\uFFFD$/u, '')
        .trimEnd()}…`
}
