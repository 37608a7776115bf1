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
 * What the pages may do. Everything else is denied.
 *
 * Style attributes are allowed because lists place their rows with them; style sheets and scripts come from files only.
 * Files of conversations come from the server the program was started for, or as blobs from the client core.
 */
export const contentSecurityPolicy = (server: string | undefined): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "style-src-attr 'unsafe-inline'",
    "font-src 'self'",
    ["img-src 'self' blob: data:", server].filter(Boolean).join(' '),
    ["media-src 'self' blob:", server].filter(Boolean).join(' '),
    "connect-src 'self'",
    "worker-src 'self'",
    "frame-src 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
