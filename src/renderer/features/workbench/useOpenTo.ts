import { useEffect, useRef } from 'react'

import type { ConversationId } from '../../../protocol/model/index.ts'
import { useSteady } from '../../ui/index.ts'
import { runAction } from '../actions/index.ts'
import { showProfile } from './store.ts'

type Deed = 'profile' | 'transfer' | 'end'

/** Opens a conversation, and when it is there begins what was wanted with it, as its own buttons would. */
export const useOpenTo = (
  presentId: ConversationId | undefined,
  open: (id: ConversationId) => void,
): ((id: ConversationId, what: Deed) => void) => {
  const wanted = useRef<{ readonly id: ConversationId; readonly what: Deed } | null>(null)
  useEffect(() => {
    const { current } = wanted
    if (current === null || current.id !== presentId) return
    wanted.current = null
    // What the conversation offers is offered by now.
    requestAnimationFrame(() => {
      begin(current.what)
    })
  }, [presentId])
  return useSteady((id: ConversationId, what: Deed): void => {
    if (id === presentId) begin(what)
    else {
      wanted.current = { id, what }
      open(id)
    }
  })
}

const begin = (what: Deed): void => {
  if (what === 'profile') showProfile(true)
  else runAction(what === 'end' ? 'endSession' : 'transfer')
}
