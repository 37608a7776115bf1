import { ok, refuse } from '../../../base/result.ts'
import { doubleName, mergeTopics } from '../../../domain/topics/topics.ts'
import type { TopicList } from '../../../protocol/model/index.ts'
import { saveTopicList, topicListOf } from '../../db/topics.ts'
import type { Handler } from '../handler.ts'

export const saveTopics: Handler<'topics.save'> = async (work, _principal, args) => {
  const before = await topicListOf(work.tx, work.organizationId)
  if (args.version !== before.version) return refuse('conflict', { version: before.version })
  const ids = args.topics.flatMap(({ id, topics }) => [id, ...topics.map((topic) => topic.id)])
  if (new Set(ids).size < ids.length) return refuse('invalid', { path: 'topics' })
  const name = doubleName(args.topics)
  if (name !== undefined) return refuse('topic-name-taken', { name })
  const topics: TopicList = {
    on: args.on,
    required: args.required,
    topics: mergeTopics(before.topics, args.topics),
    version: before.version + 1,
  }
  await saveTopicList(work.tx, work.organizationId, topics)
  work.publish('org', 'topics.changed', { topics })
  return ok({ topics })
}
