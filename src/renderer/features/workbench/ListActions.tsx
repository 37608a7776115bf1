import { useEffect, useEffectEvent, useRef } from 'react'

import type { ConversationRow } from '../../../client/api.ts'
import type { ConversationId } from '../../../protocol/model/index.ts'
import { useQuery } from '../../core/index.ts'
import { useAction } from '../actions/index.ts'
import { assistantRows, rowsIn, showTab, useList, useListArgs } from '../conversations/index.ts'
import { longestWaiting, neighbour, nextAfter } from './steps.ts'
import { closeConversation, goOnAfter, useWorkbench } from './store.ts'

export interface ListActionsProps {
  readonly onOpen: (id: ConversationId) => void
}

/** What keys do with the list; it shows nothing, so that a change of the list renders no more than this. */
export const ListActions = ({ onOpen }: ListActionsProps) => {
  const tab = useList((state) => state.tab)
  const { args, category, split } = useListArgs()
  const openId = useWorkbench((state) => state.openId)
  const inAssistant = useList(({ assistant }) => assistant !== null)
  const all = useQuery('conversations.list', args) ?? NONE
  const rows = inAssistant ? assistantRows(all) : rowsIn(category, all)
  const open = (id: ConversationId | null): void => {
    if (id !== null) onOpen(id)
  }
  const place = rows.findIndex(({ id }) => id === openId)
  const lastPlace = useRef(0)
  useEffect(() => {
    if (place >= 0) lastPlace.current = place
  }, [place])
  const left = useWorkbench((state) => state.left)
  const goOn = useEffectEvent((leftId: ConversationId): void => {
    goOnAfter(null)
    if (openId !== leftId) return
    const next = nextAfter(rows, leftId, lastPlace.current)
    if (next === null) closeConversation()
    else onOpen(next)
  })
  useEffect(() => {
    if (left !== null) goOn(left)
  }, [left])
  useAction('nextConversation', () => {
    open(neighbour(rows, openId, 1))
  })
  useAction('previousConversation', () => {
    open(neighbour(rows, openId, -1))
  })
  useAction('nextWaiting', () => {
    open(longestWaiting(rows, openId))
  })
  useAction(
    'toggleTab',
    split
      ? () => {
          showTab(tab === 'all' ? 'in-session' : 'all')
        }
      : null,
  )
  return null
}

const NONE: readonly ConversationRow[] = []
