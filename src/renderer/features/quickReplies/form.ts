import type { QuickReplyView } from '../../../client/api.ts'
import type { QuickReplyContent, QuickReplyId } from '../../../protocol/model/index.ts'
import { QUICK_REPLY_LIMITS } from '../../../protocol/model/limits.ts'

/** A reply while somebody is editing it. */
export interface ReplyForm extends QuickReplyContent {
  readonly id: QuickReplyId
}

/** Null: a new one, which says `begin` at first. */
export const formOf = (reply: QuickReplyView | null, begin = ''): ReplyForm => ({
  id: reply?.id ?? (crypto.randomUUID() as QuickReplyId),
  groupName: reply?.groupName ?? '',
  title: reply?.title ?? '',
  // There is always a field to write into.
  texts: reply && reply.texts.length > 0 ? reply.texts : [begin],
  files: reply?.files ?? [],
})

/** What is saved: spaces at the ends and empty messages are nobody's meaning. */
export const contentOf = ({ groupName, title, texts, files }: ReplyForm): QuickReplyContent => ({
  groupName: groupName.trim(),
  title: title.trim(),
  texts: texts.map((text) => text.trim()).filter((text) => text !== ''),
  files,
})

/** Whether both would be saved as the same. */
export const isSame = (form: ReplyForm, other: ReplyForm): boolean =>
  JSON.stringify(contentOf(form)) === JSON.stringify(contentOf(other))

export type ReplyProblem = 'group' | 'title' | 'empty' | 'text'

/** What keeps it from being saved. */
export const problemOf = (form: ReplyForm): ReplyProblem | null => {
  const { groupName, title, texts, files } = contentOf(form)
  if (groupName === '' || groupName.length > QUICK_REPLY_LIMITS.groupName) return 'group'
  if (title === '' || title.length > QUICK_REPLY_LIMITS.title) return 'title'
  if (texts.length + files.length === 0) return 'empty'
  return texts.some((text) => text.length > QUICK_REPLY_LIMITS.text) ? 'text' : null
}
