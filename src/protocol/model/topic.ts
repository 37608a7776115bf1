import * as z from 'zod'

import { textWidth } from '../../base/textWidth.ts'
import { TopicId } from './ids.ts'
import { TOPIC_NAME_LIMIT } from './limits.ts'
import { line, Version } from './primitives.ts'

export const TopicName = line(1, 2 * TOPIC_NAME_LIMIT).refine((name) => textWidth(name) <= TOPIC_NAME_LIMIT, {
  params: { max: TOPIC_NAME_LIMIT },
})

/** What a session was about; of two levels (R-02-270). */
export const Topic = z.object({
  id: TopicId,
  /** Null: of the first level. */
  parentId: TopicId.nullable(),
  name: TopicName,
  /** Not offered any more; sessions that have it keep it (R-02-274). */
  removed: z.boolean(),
})
export type Topic = z.infer<typeof Topic>

/** The topics of the company and what is done with them; read and written as a whole. */
export const TopicList = z.object({
  on: z.boolean(),
  /** A session is not ended before it has one (R-02-272). */
  required: z.boolean(),
  /** In the order they are shown in, each first level before its second; what was deleted comes last. */
  topics: z.array(Topic),
  version: Version,
})
export type TopicList = z.infer<typeof TopicList>

/** How it is before anybody has chosen anything. */
export const NO_TOPICS: TopicList = { on: false, required: false, topics: [], version: 0 }
