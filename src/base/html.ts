/** Markup in which whatever is put is text: nothing that somebody wrote can become a tag or an attribute of ours. */
export interface Html {
  readonly markup: string
}

type Part = string | number | Html | false | null | readonly Html[]

/** Values stand between tags or between double quotes; strings are escaped, markup made here stays as it is. */
export const html = (pieces: TemplateStringsArray, ...parts: readonly Part[]): Html => ({
  markup: pieces.reduce((before, piece, index) => before + markupOf(parts[index - 1] ?? null) + piece),
})

const markupOf = (part: Part): string => {
  if (part === null || part === false) return ''
  if (typeof part === 'string' || typeof part === 'number') return escaped(String(part))
  return 'markup' in part ? part.markup : part.map(({ markup }) => markup).join('')
}

const escaped = (text: string): string =>
  text.replace(/[&<>"']/gu, (character) => `&#${character.codePointAt(0) ?? 0};`)
