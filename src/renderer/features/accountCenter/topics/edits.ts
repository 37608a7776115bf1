import { textWidth } from '../../../../base/textWidth.ts'
import { topicTree, type WantedTopic } from '../../../../domain/topics/topics.ts'
import type { CommandArgs } from '../../../../protocol/commands/index.ts'
import type { Topic, TopicId } from '../../../../protocol/model/index.ts'
import { TOPIC_NAME_LIMIT } from '../../../../protocol/model/limits.ts'

/** What can be saved: the topics in use, the first level with its second. */
export type TopicTree = CommandArgs<'topics.save'>['topics']
type Level = readonly { readonly id: TopicId; readonly name: string }[]

export const treeOf = (topics: readonly Topic[]): TopicTree =>
  topicTree(topics).map(({ topic: { id, name }, children }) => ({
    id,
    name,
    topics: children.map((child) => ({ id: child.id, name: child.name })),
  }))

export type NameProblem = 'empty' | 'long'

export const nameProblem = (name: string): NameProblem | null => {
  if (name.trim() === '') return 'empty'
  return textWidth(name.trim()) > TOPIC_NAME_LIMIT ? 'long' : null
}

/** Null: of the first level. */
export const addTopic = (
  tree: TopicTree,
  parentId: TopicId | null,
  topic: { readonly id: TopicId; readonly name: string },
): TopicTree =>
  parentId === null
    ? [...tree, { ...topic, topics: [] }]
    : tree.map((first) => (first.id === parentId ? { ...first, topics: [...first.topics, topic] } : first))

export const renameTopic = (tree: TopicTree, id: TopicId, name: string): TopicTree =>
  inEachLevel(tree, (level) => level.map((topic) => (topic.id === id ? { ...topic, name } : topic)))

/** With all that is below it. */
export const removeTopic = (tree: TopicTree, id: TopicId): TopicTree =>
  inEachLevel(tree, (level) => level.filter((topic) => topic.id !== id))

/** One place up or down among those beside it; at the end it stays. */
export const moveTopic = (tree: TopicTree, id: TopicId, by: 1 | -1): TopicTree =>
  inEachLevel(tree, (level) => {
    const from = level.findIndex((topic) => topic.id === id)
    const moved = level[from]
    const other = level[from + by]
    if (!moved || !other) return [...level]
    return level.toSpliced(from, 1, other).toSpliced(from + by, 1, moved)
  })

const inEachLevel = (
  tree: TopicTree,
  change: <L extends Level[number]>(level: readonly L[]) => L[],
): TopicTree => change<WantedTopic>(tree).map((first) => ({ ...first, topics: change([...first.topics]) }))
