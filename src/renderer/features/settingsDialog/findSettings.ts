/** What can be looked for: a setting on a page, by its words. */
export interface Findable {
  readonly page: string
  /** Empty: the page itself. */
  readonly label: string
  readonly words: readonly string[]
}

/** Whatever has all words that were typed in its own; nothing where nothing was typed. */
export const findSettings = <F extends Findable>(all: readonly F[], text: string): readonly F[] => {
  const wanted = text.trim().toLocaleLowerCase().split(/\s+/u).filter(Boolean)
  if (wanted.length === 0) return []
  return all.filter(({ words }) => {
    const said = words.join('\n').toLocaleLowerCase()
    return wanted.every((word) => said.includes(word))
  })
}
