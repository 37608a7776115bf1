/**
 * Structured clones as text, for the line between the stand-in and its pages.
 *
 * Both functions are also sent to the page as they are written, so they use nothing but what every page has. What
 * Electron's ports refuse is refused here too: functions, and the browser's own objects such as Blobs.
 */

/** Throws for what cannot be cloned. */
export const encode = (value: unknown): string => {
  const tag = (name: string, content: unknown): unknown => ({ $: name, v: content })
  const walk = (one: unknown): unknown => {
    if (one === undefined) return tag('undefined', 0)
    if (one === null || typeof one === 'string' || typeof one === 'boolean') return one
    if (typeof one === 'number') return Number.isFinite(one) ? one : tag('number', String(one))
    if (typeof one === 'bigint') return tag('bigint', String(one))
    if (Array.isArray(one)) return one.map(walk)
    if (one instanceof Date) return tag('date', one.getTime())
    if (one instanceof Map) return tag('map', [...one].map(walk))
    if (one instanceof Set) return tag('set', [...one].map(walk))
    if (one instanceof ArrayBuffer || one instanceof Uint8Array) {
      let text = ''
      for (const byte of new Uint8Array(one)) text += String.fromCharCode(byte)
      return tag(one instanceof ArrayBuffer ? 'buffer' : 'bytes', btoa(text))
    }
    if (one instanceof Error) return tag('error', one.message)
    const prototype: unknown = typeof one === 'object' ? Object.getPrototypeOf(one) : undefined
    if (
      prototype !== null &&
      (prototype as { constructor?: { name?: string } })?.constructor?.name !== 'Object'
    )
      throw new Error(`DataCloneError: ${typeof one} could not be cloned.`)
    return tag(
      'object',
      Object.entries(one as object).map(([key, content]) => [key, walk(content)]),
    )
  }
  return JSON.stringify(walk(value))
}

/** What `encode` made of a value. */
export const decode = (text: string): unknown => {
  const bytes = (base64: string): Uint8Array => Uint8Array.from(atob(base64), (one) => one.charCodeAt(0))
  const walk = (one: unknown): unknown => {
    if (Array.isArray(one)) return one.map(walk)
    if (typeof one !== 'object' || one === null) return one
    const { $, v } = one as { readonly $: string; readonly v: never }
    switch ($) {
      case 'undefined':
        return undefined
      case 'number':
        return Number(v)
      case 'bigint':
        return BigInt(v)
      case 'date':
        return new Date(v)
      case 'map':
        return new Map(walk(v) as [unknown, unknown][])
      case 'set':
        return new Set(walk(v) as unknown[])
      case 'buffer':
        return bytes(v).buffer
      case 'bytes':
        return bytes(v)
      case 'error':
        return new Error(v)
      default:
        return Object.fromEntries((v as [string, unknown][]).map(([key, content]) => [key, walk(content)]))
    }
  }
  return walk(JSON.parse(text))
}
