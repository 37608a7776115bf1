import { fitsPinyin } from '../../../domain/search/pinyin.ts'
import { findTopic, type TopicChoice } from '../../../domain/topics/topics.ts'
import type { Topic, TopicId } from '../../../protocol/model/index.ts'

/** How often the agent chose each topic. */
export type TopicUses = Readonly<Record<string, number>>

/** So many are counted; of more the least used are forgotten. */
const COUNTED = 200

export const usedAgain = (uses: TopicUses, id: TopicId): TopicUses => {
  const counted = { ...uses, [id]: (uses[id] ?? 0) + 1 }
  const kept = Object.entries(counted)
    .toSorted(([, one], [, other]) => other - one)
    .slice(0, COUNTED)
  return Object.fromEntries(kept)
}

/** So many of the most used stand before the others (R-03-085). */
const MOST_USED = 5

/** The agent's most used before all others, which keep their order. */
export const usedFirst = (choices: readonly TopicChoice[], uses: TopicUses): readonly TopicChoice[] => {
  const usesOf = ({ topic }: TopicChoice): number => uses[topic.id] ?? 0
  const first = choices
    .filter((choice) => usesOf(choice) > 0)
    .toSorted((a, b) => usesOf(b) - usesOf(a))
    .slice(0, MOST_USED)
  return [...first, ...choices.filter((choice) => !first.includes(choice))]
}

/** Those in whose name, or in the name of whose first level, all words or their pinyin initials occur. */
export const matching = (choices: readonly TopicChoice[], text: string): readonly TopicChoice[] => {
  const words = text.toLocaleLowerCase().split(/\s+/u).filter(Boolean)
  return choices.filter(({ topic, parent }) => {
    const hay = `${parent?.name ?? ''} ${topic.name}`.toLocaleLowerCase()
    return words.every((word) => hay.includes(word) || fitsPinyin(hay, word))
  })
}

/** As it is read in one line; null: there is no such topic. */
export const topicText = (topics: readonly Topic[], id: TopicId | null): string | null => {
  const found = findTopic(topics, id)
  return found && [found.parent?.name, found.topic.name].filter(Boolean).join(' › ')
}
