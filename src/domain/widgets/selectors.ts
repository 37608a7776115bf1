/** One step of a selector: a tag, ids, classes and attributes, at least one of them. */
const STEP = String.raw`(?=[^\s>])(?:[a-z][\w-]*|\*)?(?:[#.][\p{L}_-][\p{L}\w-]*|\[[\w-]+(?:[~^$*|]?="[^"\\\]]*")?\])*`
const SELECTOR = new RegExp(String.raw`^${STEP}(?:(?:\s*>\s*|\s+)${STEP})*$`, 'iu')
const ID = /^[\p{L}_][\p{L}\w-]*$/u

/** What browsers are asked for: a bare word is the id of an element, everything else a selector. Null: neither. */
export const selectorOf = (typed: string): string | null => {
  const text = typed.trim()
  if (ID.test(text)) return `#${text}`
  // A selector that takes every element of a kind would catch clicks all over the page.
  return SELECTOR.test(text) && /[#.[]/u.test(text) ? text : null
}
