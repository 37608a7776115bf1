import { useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'

import { fitsPinyin } from '../../../domain/search/pinyin.ts'
import { runAction, usePossibleActions, type ActionName } from '../actions/index.ts'
import { useAgentSetting } from '../settings/index.ts'
import { useListKeys } from './useListKeys.ts'

export interface SlashCommand {
  readonly name: ActionName
  readonly text: string
}

export interface Slash {
  /** Empty: nothing is offered. */
  readonly found: readonly SlashCommand[]
  readonly active: number
  readonly choose: (command: SlashCommand) => void
  /** True: the key was for the list. */
  readonly onKey: (event: KeyboardEvent) => boolean
}

/** Sending is the one thing that such a command never does (R-06-112). */
const NOT_OFFERED: ReadonlySet<ActionName> = new Set(['send', 'newLine'])

/** What can be done now and is called as what was typed behind a "/" at the beginning of an otherwise empty field. */
export const useSlash = (text: string, onClear: () => void): Slash => {
  const { t } = useTranslation('actions')
  const { value: on } = useAgentSetting('slashCommands')
  const [closed, setClosed] = useState<string | null>(null)
  const typed = on && /^\/[^\s/]{0,20}$/u.test(text) && text !== closed ? text.slice(1).toLowerCase() : null
  // Actions come and go with each conversation that is opened: only who looks at them is told.
  const possible = usePossibleActions(typed !== null)
  const found =
    typed === null
      ? []
      : possible
          .filter((name) => !NOT_OFFERED.has(name))
          .map((name) => ({ name, text: t(`names.${name}`) }))
          .filter((command) => command.text.toLowerCase().includes(typed) || fitsPinyin(command.text, typed))
  const { active, onKey } = useListKeys(found.length)
  const choose = (command: SlashCommand | undefined): void => {
    if (!command) return
    onClear()
    runAction(command.name)
  }
  return {
    found,
    active,
    choose,
    onKey: (event) =>
      onKey(event, {
        onEnter: (index) => {
          choose(found[index])
        },
        onTab: (index) => {
          choose(found[index])
        },
        onEscape: () => {
          setClosed(text)
        },
      }),
  }
}
