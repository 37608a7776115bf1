import * as z from 'zod'

import { Session, SessionId, TopicId, TopicList, TopicName, Version } from '../model/index.ts'
import { TOPICS_LIMIT } from '../model/limits.ts'
import { command } from './command.ts'

const Named = z.strictObject({ id: TopicId, name: TopicName })

/**
 * Saves the topics that can be chosen, in their order. What is missing is deleted; it stays on the sessions that have it
 * (R-02-274). The author makes the ids of new ones; `version` is that of the list the author saw: whoever saved first wins.
 */
export const saveTopics = command('topics.save', {
  by: 'agent',
  permission: 'reception.groups',
  sensitive: true,
  args: z.strictObject({
    version: Version,
    on: z.boolean(),
    required: z.boolean(),
    topics: z.array(Named.extend({ topics: z.array(Named).max(TOPICS_LIMIT) })).max(TOPICS_LIMIT),
  }),
  result: z.object({ topics: TopicList }),
  codes: ['conflict', 'topic-name-taken'],
})

/** Says what an own session is or was about; null takes it back. The last change wins (R-02-271). */
export const setTopic = command('session.set-topic', {
  by: 'agent',
  permission: 'chat.external',
  args: z.strictObject({ sessionId: SessionId, topicId: TopicId.nullable() }),
  result: z.object({ session: Session }),
  codes: ['not-your-session', 'topic-too-late', 'topic-unavailable'],
})
