import type { AgentId, Session, Topic, TopicId, TopicList } from '../../protocol/model/index.ts'

/** After its end a session can get another topic for so long (R-02-271). */
export const TOPIC_WINDOW_MS = 24 * 3_600_000

/** The topics as somebody wants them to be. */
export interface WantedTopic {
  readonly id: TopicId
  readonly name: string
  readonly topics: readonly { readonly id: TopicId; readonly name: string }[]
}

/** A topic that can be chosen, with what it belongs to. */
export interface TopicChoice {
  readonly topic: Topic
  readonly parent: Topic | null
}

/** All that can be chosen: what is of the second level, and a first level that has none below it. */
export const choosableTopics = ({ on, topics }: Pick<TopicList, 'on' | 'topics'>): readonly TopicChoice[] => {
  if (!on) return []
  const tree = topicTree(topics)
  return tree.flatMap(({ topic, children }): TopicChoice[] =>
    children.length === 0
      ? [{ topic, parent: null }]
      : children.map((child) => ({ topic: child, parent: topic })),
  )
}

/** The topics in use: the first level with its second, in their order. */
export const topicTree = (
  topics: readonly Topic[],
): readonly { readonly topic: Topic; readonly children: readonly Topic[] }[] => {
  const live = topics.filter(({ removed }) => !removed)
  const below = Map.groupBy(live, ({ parentId }) => parentId)
  return (below.get(null) ?? []).map((topic) => ({ topic, children: below.get(topic.id) ?? [] }))
}

/** A topic of a session, deleted or not, with what it belongs to; null: there is none of this id. */
export const findTopic = (topics: readonly Topic[], id: TopicId | null): TopicChoice | null => {
  const topic = topics.find((candidate) => candidate.id === id)
  if (!topic) return null
  return { topic, parent: topics.find((candidate) => candidate.id === topic.parentId) ?? null }
}

/** Whether the session must not be ended yet. Where nothing can be chosen nothing is asked for (R-02-272). */
export const lacksTopic = ({ topicId }: Pick<Session, 'topicId'>, list: TopicList): boolean =>
  list.required && topicId === null && choosableTopics(list).length > 0

/** Why an agent may not say what a session was about; null: they may (R-02-271). */
export const topicLock = (
  { handlerId, state, endedAt }: Pick<Session, 'handlerId' | 'state' | 'endedAt'>,
  agentId: AgentId,
  now: number,
): 'not-your-session' | 'topic-too-late' | null => {
  if (handlerId !== agentId) return 'not-your-session'
  return state === 'ended' && now - (endedAt ?? 0) > TOPIC_WINDOW_MS ? 'topic-too-late' : null
}

/** The list after somebody saved what they want; what they left out is kept as deleted. */
export const mergeTopics = (before: readonly Topic[], wanted: readonly WantedTopic[]): Topic[] => {
  const live = wanted.flatMap(({ id, name, topics }): Topic[] => [
    { id, parentId: null, name, removed: false },
    ...topics.map((topic) => ({ id: topic.id, parentId: id, name: topic.name, removed: false })),
  ])
  const ids = new Set(live.map(({ id }) => id))
  const gone = before.filter(({ id }) => !ids.has(id)).map((topic) => ({ ...topic, removed: true }))
  return [...live, ...gone]
}

/** A name that two topics beside each other have; undefined: none. */
export const doubleName = (wanted: readonly WantedTopic[]): string | undefined => {
  for (const level of [wanted, ...wanted.map(({ topics }) => topics)]) {
    const seen = new Set<string>()
    for (const { name } of level) {
      const key = name.toLocaleLowerCase()
      if (seen.has(key)) return name
      seen.add(key)
    }
  }
  return undefined
}
