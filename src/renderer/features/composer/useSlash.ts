import { useState, type KeyboardEvent } from 'react'

import type { QuickReplyView } from '../../../client/api.ts'
import { byUse, findReplies } from '../../../domain/quickReplies/findReplies.ts'
import { fitsPinyin } from '../../../domain/search/pinyin.ts'
import { useQuery } from '../../core/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { runAction, usePossibleActions, type ActionName } from '../actions/index.ts'
import { useAgentSetting } from '../settings/index.ts'
import { useListKeys } from './useListKeys.ts'

export type SlashItem =
  | { readonly kind: 'reply'; readonly reply: QuickReplyView }
  | { readonly kind: 'command'; readonly name: ActionName; readonly text: string }

export interface Slash {
  /** Replies before commands. Empty: nothing is offered. */
  readonly found: readonly SlashItem[]
  readonly active: number
  readonly choose: (item: SlashItem) => void
  /** True: the key was for the list. */
  readonly onKey: (event: KeyboardEvent) => boolean
}

export interface SlashActions {
  readonly onClear: () => void
  /** In the place of everything that stands in the field, which is the "/" and what was typed behind it. */
  readonly onReply: (reply: QuickReplyView) => void
}

/** Sending is the one thing that nothing behind a "/" ever does (R-06-112). */
const NOT_OFFERED: ReadonlySet<ActionName> = new Set(['send', 'newLine'])
/** Of the replies; the commands have to be seen without scrolling far. */
const REPLIES_OFFERED = 5

/**
 * What fits what was typed behind a "/" at the beginning of an otherwise empty field: quick replies, which are put into
 * the field, and what can be done now.
 */
export const useSlash = (text: string, { onClear, onReply }: SlashActions): Slash => {
  const { t } = useTranslation('actions')
  const { value: on } = useAgentSetting('slashCommands')
  const replies = useQuery('quick-replies.list', {})
  const [closed, setClosed] = useState<string | null>(null)
  const typed =
    on && /^[/／][^\s/／]{0,20}$/u.test(text) && text !== closed ? text.slice(1).toLowerCase() : null
  // Actions come and go with each conversation that is opened: only who looks at them is told.
  const possible = usePossibleActions(typed !== null)

  const repliesFor = (words: string): readonly SlashItem[] =>
    findReplies(byUse(replies ?? []), words)
      .slice(0, REPLIES_OFFERED)
      .map((reply) => ({ kind: 'reply', reply }))
  const commandsFor = (words: string): readonly SlashItem[] =>
    possible
      .filter((name) => !NOT_OFFERED.has(name))
      .map((name) => ({ kind: 'command' as const, name, text: t(`names.${name}`) }))
      .filter((command) => command.text.toLowerCase().includes(words) || fitsPinyin(command.text, words))

  const found = typed === null ? [] : [...repliesFor(typed), ...commandsFor(typed)]
  const { active, onKey } = useListKeys(found.length)
  const choose = (item: SlashItem | undefined): void => {
    if (!item) return
    if (item.kind === 'reply') return onReply(item.reply)
    onClear()
    runAction(item.name)
  }
  const chooseAt = (index: number): void => {
    choose(found[index])
  }
  return {
    found,
    active,
    choose,
    onKey: (event) =>
      onKey(event, {
        onEnter: chooseAt,
        onTab: chooseAt,
        onEscape: () => {
          setClosed(text)
        },
      }),
  }
}
