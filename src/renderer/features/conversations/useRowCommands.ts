import { create } from 'zustand'

import type { Result } from '../../../base/result.ts'
import type { ConversationRow } from '../../../client/api.ts'
import { rankAt } from '../../../domain/lists/rankAt.ts'
import type { ColorMarkId, ConversationId, MessageSetting } from '../../../protocol/model/index.ts'
import { useRun } from '../../core/index.ts'
import { useErrorText } from '../../i18n/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { useRowUndo } from './useRowUndo.ts'

/** Why the last thing could not be done to a row. */
const useFailure = create<{ readonly text: string | null }>()(() => ({ text: null }))

export const useListFailure = (): string | null => useFailure(({ text }) => text)

export const forgetListFailure = (): void => {
  useFailure.setState({ text: null })
}

/** Taking groups out of the assistant can be undone so long (R-03-064). */
const MESSAGES_UNDO_MS = 10_000

/** Changes of rows of the own list; what could not be done is said above the list. */
export const useRowCommands = () => {
  const run = useRun()
  const errorText = useErrorText()
  const { t } = useTranslation('conversations')
  const offer = useRowUndo()
  /** Says what went wrong; whether nothing did. */
  const settled = async (answers: readonly Promise<Result<unknown>>[]): Promise<boolean> => {
    const refusal = (await Promise.all(answers)).find((answer) => !answer.ok)
    useFailure.setState({ text: refusal && !refusal.ok ? errorText(refusal.code, refusal.details) : null })
    return !refusal
  }
  const pin = async (ids: readonly ConversationId[], pinned: boolean): Promise<void> => {
    const all = (to: boolean): Promise<Result<unknown>>[] =>
      ids.map((conversationId) => run('list-entry.pin', { conversationId, pinned: to }))
    if (await settled(all(pinned)))
      offer({
        text: t(pinned ? 'undoable.pinned' : 'undoable.unpinned', { count: ids.length }),
        ids,
        isStill: (row) => row.pinned === pinned,
        back: () => all(!pinned),
      })
  }
  const markUnread = async (ids: readonly ConversationId[], unread: boolean): Promise<void> => {
    const all = (to: boolean): Promise<Result<unknown>>[] =>
      ids.map((conversationId) => run('list-entry.mark', { conversationId, unread: to }))
    if (await settled(all(unread)))
      offer({
        text: t(unread ? 'undoable.unread' : 'undoable.read', { count: ids.length }),
        ids,
        isStill: (row) => row.unread > 0 === unread,
        back: () => all(!unread),
      })
  }
  const mark = async (
    rows: readonly ConversationRow[],
    { add = [], remove = [] }: { add?: readonly ColorMarkId[]; remove?: readonly ColorMarkId[] },
  ): Promise<void> => {
    // Only what this changes is taken back.
    const changes = rows.flatMap(({ id, customerId, marks }) => {
      if (customerId === null) return []
      const before = new Set(marks.split(','))
      return {
        id,
        customerId,
        add: add.filter((one) => !before.has(one)),
        remove: remove.filter((one) => before.has(one)),
      }
    })
    const done = await settled(
      changes.map(({ customerId, ...change }) =>
        run('color-mark.set', { customerId, add: change.add, remove: change.remove }),
      ),
    )
    if (done)
      offer({
        text: t('undoable.marked', { count: rows.length }),
        ids: changes.map(({ id }) => id),
        isStill: ({ id, marks }) => {
          const now = new Set(marks.split(','))
          const change = changes.find((one) => one.id === id)
          return (
            change === undefined ||
            (change.add.every((one) => now.has(one)) && !change.remove.some((one) => now.has(one)))
          )
        },
        back: () =>
          changes.map(({ customerId, ...change }) =>
            run('color-mark.set', { customerId, add: change.remove, remove: change.add }),
          ),
      })
  }
  const setMessages = async (rows: readonly ConversationRow[], to: MessageSetting): Promise<void> => {
    const set = (settingOf: (row: ConversationRow) => MessageSetting): Promise<Result<unknown>>[] =>
      rows.map((row) => run('chat.set-messages', { conversationId: row.id, messageSetting: settingOf(row) }))
    if (await settled(set(() => to)))
      offer({
        text: t(`undoable.messages_${to}`, { count: rows.length }),
        ids: rows.map(({ id }) => id),
        forMs: MESSAGES_UNDO_MS,
        isStill: ({ messageSetting }) => messageSetting === to,
        back: () => set(({ messageSetting }) => messageSetting),
      })
  }
  return {
    pin: (ids: readonly ConversationId[], pinned: boolean): void => {
      void pin(ids, pinned)
    },
    markUnread: (ids: readonly ConversationId[], unread: boolean): void => {
      void markUnread(ids, unread)
    },
    /** `index` counts the rows of the block it is in, from the top. */
    move: (rows: readonly ConversationRow[], row: ConversationRow, index: number): void => {
      const rank = rankAt(
        rows.filter(({ pinned }) => pinned === row.pinned),
        row.id,
        index,
      )
      if (rank !== undefined) void settled([run('list-entry.move', { conversationId: row.id, rank })])
    },
    /** How the messages of groups come in. */
    setMessages: (rows: readonly ConversationRow[], to: MessageSetting): void => {
      void setMessages(rows, to)
    },
    /** Sets marks on rows by hand, and takes others away. */
    mark: (
      rows: readonly ConversationRow[],
      marks: { readonly add?: readonly ColorMarkId[]; readonly remove?: readonly ColorMarkId[] },
    ): void => {
      void mark(rows, marks)
    },
  }
}
