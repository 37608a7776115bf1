/** What the page's own storage remembers of a widget; a browser that refuses just forgets. */
export interface EntryMemory {
  hasTalked(): boolean
  setTalked(talked: boolean): void
  /** The server's answer of last time: shown at once, and known while the server is away. */
  answer(): string | null
  setAnswer(text: string | null): void
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
    answer: () => read('entry'),
    setAnswer: (text) => {
      write('entry', text)
    },
    clear: () => {
      write('talked', null)
      write('entry', null)
    },
  }
}
