import type { QuickReply } from '../../protocol/model/index.ts'
import { fitsPinyin } from '../search/pinyin.ts'

/** A reply and how often whoever looks for it uses it. */
export type FindableReply = Pick<QuickReply, 'title' | 'texts' | 'groupName'> & { readonly uses: number }

/**
 * The replies that hold every typed word, in their text or as pinyin initials; titles before texts, often used ones first.
 * Nothing typed: all of them, as they are.
 */
export const findReplies = <R extends FindableReply>(replies: readonly R[], typed: string): readonly R[] => {
  const words = typed.toLowerCase().split(/\s+/u).filter(Boolean)
  if (words.length === 0) return replies
  return replies
    .flatMap((reply) => {
      const ranks = words.map((word) => rankOf(reply, word))
      return ranks.includes(null) ? [] : [{ reply, rank: Math.max(...ranks.map((rank) => rank ?? 0)) }]
    })
    .sort((a, b) => a.rank - b.rank || b.reply.uses - a.reply.uses)
    .map(({ reply }) => reply)
}

/** The smaller the better; null: not at all. */
const rankOf = ({ title, texts, groupName }: FindableReply, word: string): number | null => {
  const name = title.toLowerCase()
  if (name.startsWith(word)) return 0
  if (name.includes(word)) return 1
  if (fitsPinyin(title, word)) return 2
  if (groupName.toLowerCase().includes(word) || fitsPinyin(groupName, word)) return 3
  return texts.some((text) => text.toLowerCase().includes(word)) ? 4 : null
}

/** The most used first; those never used as they are. */
export const byUse = <R extends FindableReply>(replies: readonly R[]): readonly R[] =>
  replies.toSorted((a, b) => b.uses - a.uses)
