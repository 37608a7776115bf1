import type { resources } from '../../i18n/index.ts'

type Words = (typeof resources)['zh-CN']

/** Where the words of a page are: an area of the words, or one part of it. */
export type WordsOf = {
  readonly [Area in keyof Words]: readonly [Area] | readonly [Area, keyof Words[Area] & string]
}[keyof Words]

/** What is said of what went wrong or has happened names no setting. */
const NO_SETTINGS = new Set(['problems', 'wrong', 'refusals', 'system'])
const HINT = 'Hint'

/** Names of settings among these words that contain the text, or whose hints do; each once. */
export const settingsNamed = (words: object, text: string): readonly string[] => {
  const wanted = text.trim().toLocaleLowerCase()
  const found = new Set<string>()
  const look = (tree: object): void => {
    const siblings = new Map<string, unknown>(Object.entries(tree))
    for (const [key, value] of siblings) {
      if (typeof value === 'object' && value !== null && !NO_SETTINGS.has(key)) look(value)
      if (typeof value !== 'string' || !value.toLocaleLowerCase().includes(wanted)) continue
      const name = key.endsWith(HINT) ? siblings.get(key.slice(0, -HINT.length)) : value
      if (typeof name === 'string' && isName(name)) found.add(name)
    }
  }
  if (wanted !== '') look(words)
  return [...found]
}

/** A sentence explains, and what is filled in later is no name yet. */
const isName = (text: string): boolean => !/[.。?？]$|\{\{/u.test(text)
