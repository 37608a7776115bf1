import { useEffect, useEffectEvent, useState } from 'react'

import type { ConversationId } from '../../../protocol/model/index.ts'
import { useAsk, useConnection } from '../../core/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { takeLink, useShell } from './shellState.ts'

export interface FollowedLink {
  /** That there is nothing behind the address, in words. */
  readonly failure: string | null
  readonly understood: () => void
}

/** Opens what a `foyer://` address names, or one of the web workbench, if this agent has it. */
export const useFollowLink = (open: (id: ConversationId) => void): FollowedLink => {
  const { t } = useTranslation('shell')
  const ask = useAsk()
  const { link } = useShell()
  const connection = useConnection()
  const [failed, setFailed] = useState(false)
  const follow = useEffectEvent(async () => {
    if (!link) return
    const conversationId = link.id as ConversationId
    const there =
      (await ask('conversation.get', { conversationId })) !== null ||
      (await ask('chat.get', { conversationId })) !== null
    // Whoever has just come here has nothing yet, and is being told of everything.
    const isComing = connection === 'connecting' || connection === 'syncing' || connection === undefined
    if ((!there && isComing) || !takeLink()) return
    setFailed(!there)
    if (there) open(conversationId)
  })
  useEffect(() => {
    // oxlint-disable-next-line react/set-state-in-effect -- set when the core has answered, not in the effect
    if (link) void follow()
  }, [link, connection])
  return {
    failure: failed ? t('linkNothing') : null,
    understood: () => {
      setFailed(false)
    },
  }
}
