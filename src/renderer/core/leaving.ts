/** What a part of the window remembers of an agent's work beside the answers of the core: gone when another agent comes. */
const memories: (() => void)[] = []

/** `forget` is called whenever another agent enters this window. */
export const forgetWithAgent = (forget: () => void): void => {
  memories.push(forget)
}

export const forgetAgent = (): void => {
  for (const forget of memories) forget()
}

/** What is written a moment after it was typed. */
const keepers = new Set<() => void>()

/** `keep` is called before anything is asked of the core that another agent may come of: afterwards it would be theirs. */
export const keepBeforeLeaving = (keep: () => void): (() => void) => {
  keepers.add(keep)
  return () => {
    keepers.delete(keep)
  }
}

export const keepAll = (): void => {
  for (const keep of keepers) keep()
}
