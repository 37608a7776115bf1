import { useState, type KeyboardEvent } from 'react'

import { fitsPinyin } from '../../../domain/search/pinyin.ts'
import type { Agent, AgentId } from '../../../protocol/model/index.ts'
import { useQuery } from '../../core/index.ts'
import { useListKeys } from './useListKeys.ts'

/** So many are offered. */
const OFFERED = 30

export interface Mentions {
  /** Empty: nothing is offered. */
  readonly found: readonly Agent[]
  readonly active: number
  /** What was typed, or where the caret is, has changed; not told while an input method composes. */
  readonly track: (text: string, caret: number) => void
  readonly choose: (agent: Agent) => void
  /** True: the key was for the list. */
  readonly onKey: (event: KeyboardEvent) => boolean
}

interface At {
  readonly start: number
  readonly typed: string
}

/** Those colleagues, or all, that fit behind a typed "@"; behind a letter or a figure it is part of an address. */
export const useMentions = (
  among: readonly AgentId[] | 'all',
  onChoose: (name: string, start: number) => void,
): Mentions => {
  const agents = useQuery('organization.get', {})?.agents
  const me = useQuery('account.current', {})?.me?.agentId
  const [at, setAt] = useState<At | null>(null)
  const [closedAt, setClosedAt] = useState<number | null>(null)
  const typed = at !== null && at.start !== closedAt ? at.typed.toLowerCase() : null
  const found =
    typed === null
      ? []
      : (agents ?? [])
          .filter(({ id, disabled }) => id !== me && (among === 'all' ? !disabled : among.includes(id)))
          .filter(({ name }) => name.toLowerCase().includes(typed) || fitsPinyin(name, typed))
          .slice(0, OFFERED)
  const { active, restart, onKey } = useListKeys(found.length)
  const choose = (agent: Agent | undefined): void => {
    if (!agent || !at) return
    setAt(null)
    onChoose(agent.name, at.start)
  }
  return {
    found,
    active,
    track: (text, caret) => {
      const next = atBefore(text, caret)
      if (!isSame(next, at)) {
        setAt(next)
        restart()
      }
      if (!next) setClosedAt(null)
    },
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
          setClosedAt(at?.start ?? null)
        },
      }),
  }
}

const atBefore = (text: string, caret: number): At | null => {
  const match = /(?:^|[^A-Za-z0-9._-])@([^\s@]{0,20})$/u.exec(text.slice(0, caret))
  return match ? { start: caret - (match[1]?.length ?? 0) - 1, typed: match[1] ?? '' } : null
}

const isSame = (a: At | null, b: At | null): boolean => a?.typed === b?.typed && a?.start === b?.start
