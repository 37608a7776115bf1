import { useEffect, useEffectEvent } from 'react'

import type { HeldEnding } from '../../../client/api.ts'
import type { ConversationId } from '../../../protocol/model/index.ts'
import { useQuery, useRun } from '../../core/index.ts'
import { useContactName, useErrorText } from '../../i18n/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { Button, ErrorLine } from '../../ui/index.ts'
import { withdrawEndingUndo } from './offers.ts'

export interface HeldEndingsProps {
  readonly openId: ConversationId | null
  readonly onOpen: (id: ConversationId) => void
  /** A session ended, and its conversation left the list with it. */
  readonly onLeft: (id: ConversationId) => void
}

/** Watches what becomes of endings that are held back, and says which of them did not happen. */
export const HeldEndings = ({ openId, onOpen, onLeft }: HeldEndingsProps) => {
  const run = useRun()
  const endings = useQuery('endings.list', {}) ?? NONE
  const settle = useEffectEvent((ending: HeldEnding): void => {
    const { sessionId, conversationId, removeRow } = ending
    withdrawEndingUndo(sessionId)
    if (ending.state !== 'ended') return
    void run('ending.undo', { sessionId })
    if (removeRow) onLeft(conversationId)
  })
  useEffect(() => {
    for (const ending of endings) if (ending.state !== 'held' && ending.state !== 'sending') settle(ending)
  }, [endings])
  const flush = useEffectEvent((): void => {
    void run('held.flush', {})
  })
  // With the window goes the chance to take anything back.
  useEffect(() => {
    const onHide = (): void => {
      flush()
    }
    addEventListener('pagehide', onHide)
    return () => {
      removeEventListener('pagehide', onHide)
    }
  }, [])
  return endings
    .filter(({ conversationId, state }) => conversationId !== openId && isUndone(state))
    .map((ending) => <Undone key={ending.sessionId} ending={ending} onOpen={onOpen} />)
}

const NONE: readonly HeldEnding[] = []

const isUndone = (state: HeldEnding['state']): boolean => state === 'customer-wrote' || state === 'refused'

/** About a conversation that is not open; the open one says it itself. */
const Undone = ({
  ending,
  onOpen,
}: {
  readonly ending: HeldEnding
  readonly onOpen: HeldEndingsProps['onOpen']
}) => {
  const { t } = useTranslation('todos')
  const run = useRun()
  const errorText = useErrorText()
  const nameOf = useContactName()
  const { sessionId, conversationId, state, code } = ending
  const view = useQuery('conversation.get', { conversationId })
  if (!view) return null
  const name = nameOf(view)
  return (
    <div className="fy-notice">
      <ErrorLine
        text={
          state === 'customer-wrote'
            ? t('ending.wroteAgain', { name })
            : t('ending.notEnded', { name, reason: errorText(code ?? 'unknown') })
        }
      >
        <Button
          onClick={() => {
            onOpen(conversationId)
          }}
        >
          {t('ending.open')}
        </Button>
        <Button
          kind="quiet"
          onClick={() => {
            void run('ending.undo', { sessionId })
          }}
        >
          {t('ending.understood')}
        </Button>
      </ErrorLine>
    </div>
  )
}
