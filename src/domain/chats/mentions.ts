import type { AgentId } from '../../protocol/model/index.ts'

interface Named {
  readonly id: AgentId
  readonly name: string
}

/** "@" and one of these addresses everybody who is in the chat. */
const EVERYBODY = ['所有人', 'all'] as const

/**
 * Whom of the members a text addresses: an "@" right before their name. Of names that begin alike the longest counts; in
 * an address of mail, where a letter stands before the "@", nobody is meant. `everybody`: all of them can be meant at once.
 */
export const mentionedIn = (text: string, members: readonly Named[], everybody = true): AgentId[] => {
  const byLength = members.toSorted((a, b) => b.name.length - a.name.length)
  const found = new Set<AgentId>()
  for (const { index } of text.matchAll(/(?<![A-Za-z0-9._-])@/gu)) {
    const behind = text.slice(index + 1)
    if (everybody && EVERYBODY.some((word) => behind.startsWith(word))) return members.map(({ id }) => id)
    const named = byLength.find(({ name }) => behind.startsWith(name))
    if (!named) continue
    for (const { id, name } of members) if (name === named.name) found.add(id)
  }
  return [...found]
}
