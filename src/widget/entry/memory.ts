/** What the page's own storage remembers of a widget; a browser that refuses just forgets. */
export interface EntryMemory {
  hasTalked(): boolean
  setTalked(talked: boolean): void
  /** The company's look of last time, so that the entry does not change under the eye. */
  look(): { readonly color: string; readonly side: 'left' | 'right' } | null
  setLook(color: string, side: 'left' | 'right'): void
  clear(): void
}

export const createEntryMemory = (widgetId: string): EntryMemory => {
  const key = `foyer:${widgetId}`
  const read = (name: string): string | null => {
    try {
      return localStorage.getItem(`${key}:${name}`)
    } catch {
      return null
    }
  }
  const write = (name: string, value: string | null): void => {
    try {
      if (value === null) localStorage.removeItem(`${key}:${name}`)
      else localStorage.setItem(`${key}:${name}`, value)
    } catch {
      // Nothing depends on it.
    }
  }
  return {
    hasTalked: () => read('talked') === '1',
    setTalked: (talked) => {
      write('talked', talked ? '1' : null)
    },
    look: () => {
      const match = /^(#[\da-f]{6}) (left|right)$/iu.exec(read('look') ?? '')
      return match?.[1] ? { color: match[1], side: match[2] === 'left' ? 'left' : 'right' } : null
    },
    setLook: (color, side) => {
      write('look', `${color} ${side}`)
    },
    clear: () => {
      write('talked', null)
      write('look', null)
    },
  }
}
