import type { QuickReplyView } from '../../../client/api.ts'
import type { CommandArgs } from '../../../protocol/commands/index.ts'
import type { QuickReplyContent, QuickReplyId } from '../../../protocol/model/index.ts'
import { useQuery, useRun } from '../../core/index.ts'
import { useErrorText } from '../../i18n/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { offerUndo } from '../actions/index.ts'
import { inCommands } from './inCommands.ts'

/** One's own replies, or those of the company. */
export type LibraryName = 'own' | 'company'

export const libraryOf = ({ ownerId }: Pick<QuickReplyView, 'ownerId'>): LibraryName =>
  ownerId === null ? 'company' : 'own'

const COMMANDS = {
  own: {
    save: 'quick-reply.save',
    add: 'quick-reply.add',
    remove: 'quick-reply.remove',
    move: 'quick-reply.move',
    rename: 'quick-reply-group.rename',
  },
  company: {
    save: 'company-quick-reply.save',
    add: 'company-quick-reply.add',
    remove: 'company-quick-reply.remove',
    move: 'company-quick-reply.move',
    rename: 'company-quick-reply-group.rename',
  },
} as const

/** What can be done to the libraries. */
export const useLibraries = () => {
  const { t } = useTranslation('quickReplies')
  const run = useRun()
  const errorText = useErrorText()
  const me = useQuery('account.current', {})?.me

  const add = async (library: LibraryName, replies: readonly Added[]): Promise<string | null> => {
    for (const some of inCommands(replies)) {
      const answer = await run(COMMANDS[library].add, { replies: [...some] })
      if (!answer.ok) return errorText(answer.code, answer.details)
    }
    return null
  }

  return {
    mayEdit: (library: LibraryName): boolean =>
      library === 'own' || (me?.permissions.includes('quickreply.company') ?? false),
    save: async (library: LibraryName, args: CommandArgs<'quick-reply.save'>) =>
      run(COMMANDS[library].save, args),
    /** Null: done; else the sentence for what hindered it. */
    addNew: async (library: LibraryName, contents: readonly QuickReplyContent[]): Promise<string | null> =>
      add(
        library,
        contents.map((content) => ({
          ...content,
          id: crypto.randomUUID() as QuickReplyId,
          position: null,
        })),
      ),
    /** Done at once, and taken back by bringing it again, to its place. */
    remove: async (reply: QuickReplyView): Promise<string | null> => {
      const library = libraryOf(reply)
      const answer = await run(COMMANDS[library].remove, { ids: [reply.id] })
      if (!answer.ok) return errorText(answer.code, answer.details)
      const { id, groupName, title, texts, files, position } = reply
      offerUndo({
        text: t('removed', { title }),
        undo: async () => add(library, [{ id, groupName, title, texts, files, position }]),
      })
      return null
    },
    /** Null: behind all others. */
    move: async (reply: QuickReplyView, before: QuickReplyView | null): Promise<string | null> => {
      const { id, groupName } = reply
      const answer = await run(COMMANDS[libraryOf(reply)].move, {
        id,
        groupName,
        beforeId: before?.id ?? null,
      })
      return answer.ok ? null : errorText(answer.code, answer.details)
    },
    renameGroup: async (library: LibraryName, from: string, to: string): Promise<string | null> => {
      const answer = await run(COMMANDS[library].rename, { from, to })
      return answer.ok ? null : errorText(answer.code, answer.details)
    },
  }
}

type Added = CommandArgs<'quick-reply.add'>['replies'][number]
