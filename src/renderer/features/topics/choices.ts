import { findTopic, type TopicChoice } from '../../../domain/topics/topics.ts'
import type { Topic, TopicId } from '../../../protocol/model/index.ts'

/** Those in whose name, or in the name of whose first level, all words occur. */
export const matching = (choices: readonly TopicChoice[], text: string): readonly TopicChoice[] => {
  const words = text.toLocaleLowerCase().split(/\s+/u).filter(Boolean)
  return choices.filter(({ topic, parent }) => {
    const hay = `${parent?.name ?? ''} ${topic.name}`.toLocaleLowerCase()
    return words.every((word) => hay.includes(word))
  })
}

/** As it is read in one line; null: there is no such topic. */
export const topicText = (topics: readonly Topic[], id: TopicId | null): string | null => {
  const found = findTopic(topics, id)
  return found && [found.parent?.name, found.topic.name].filter(Boolean).join(' › ')
}
