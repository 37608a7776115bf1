/** What a part of the window remembers of an agent's work beside the answers of the core: gone when another agent comes. */
const memories: (() => void)[] = []

/** `forget` is called whenever another agent enters this window. */
export const forgetWithAgent = (forget: () => void): void => {
  memories.push(forget)
}

export const forgetAgent = (): void => {
  for (const forget of memories) forget()
}
