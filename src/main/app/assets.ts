/**
 * The pages of the program, served from its own folder as `app://foyer/…`.
 *
 * Not from `file:`, which would let a page read every file of the user, and never from a remote place.
 */
import { extname, join, normalize, sep } from 'node:path'

export const APP_SCHEME = 'app'
export const APP_ORIGIN = 'app://foyer'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
}

const PAGES: ReadonlySet<string> = new Set(['/', '/index.html', '/trouble.html'])

/** Whether an address, or an origin alone, is the program's own. */
export const isAppOrigin = (url: string): boolean => url === APP_ORIGIN || url.startsWith(`${APP_ORIGIN}/`)

/** Whether a window may show it. The other files of the program are parts of a page and none themselves. */
export const isAppPage = (url: string): boolean =>
  isAppOrigin(url) && PAGES.has(URL.parse(url)?.pathname ?? '')

export interface Asset {
  readonly file: string
  readonly type: string
}

/** The file behind an address of the program, or undefined for anything that is not one of its pages' files. */
export const assetOf = (root: string, url: string): Asset | undefined => {
  const parsed = URL.parse(url)
  if (parsed === null || `${parsed.protocol}//${parsed.host}` !== APP_ORIGIN) return undefined
  let path: string
  try {
    path = decodeURIComponent(parsed.pathname)
  } catch {
    return undefined
  }
  if (path.includes('\0')) return undefined
  const file = normalize(join(root, path === '/' ? 'index.html' : path))
  const type = TYPES[extname(file).toLowerCase()]
  return file.startsWith(root + sep) && type !== undefined ? { file, type } : undefined
}

/**
 * A file of a conversation, as the server names it: it is fetched for the page, which so never speaks to the network,
 * whatever server the agent signs in to. Undefined for every other address.
 */
export const serverFileOf = (url: string): string | undefined => {
  const parsed = URL.parse(url)
  if (parsed === null || `${parsed.protocol}//${parsed.host}` !== APP_ORIGIN) return undefined
  return SERVER_FILE.test(parsed.pathname) ? `${parsed.pathname}${parsed.search}` : undefined
}

const SERVER_FILE = /^\/files\/[\w-]{1,64}\/[\w-]{1,64}$/u

/**
 * What the pages may do. Everything else is denied.
 *
 * Style attributes are allowed because lists place their rows with them; style sheets and scripts come from files only.
 * No text ever becomes markup or a script.
 */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "style-src-attr 'unsafe-inline'",
  "font-src 'self'",
  "img-src 'self' blob: data:",
  "media-src 'self' blob:",
  "connect-src 'self'",
  "worker-src 'self'",
  // Pages of the company's own in the right menu; each stands in a sandbox.
  'frame-src https:',
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ')
