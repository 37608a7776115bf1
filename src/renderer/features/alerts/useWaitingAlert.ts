import { useEffect, useEffectEvent, useRef } from 'react'

import type { PoolEntry } from '../../../protocol/model/index.ts'
import { useConnection, useQuery } from '../../core/index.ts'
import { useCustomerName } from '../../i18n/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { plainLine, serverNow } from '../../ui/index.ts'
import { useAgentSetting } from '../settings/index.ts'
import { useShowAlert } from './show.ts'

/** A note that nobody followed is not repeated for each who comes, until so long after it. */
const PAUSE_MS = 60_000

/** Tells who does not look that somebody has begun to wait; where the system can, the note accepts them at once. */
export const useWaitingAlert = (onShowPool: () => void): void => {
  const { t } = useTranslation('alerts')
  const nameOf = useCustomerName()
  const showAlert = useShowAlert()
  const newest = useQuery('pool.list', { filter: 'all', sort: 'newest', limit: 1 })
  const isConnected = useConnection() === 'connected'
  const { value: wanted, known: isSettled } = useAgentSetting('alertWaiting')
  const { value: withText } = useAgentSetting('alertText')
  const { value: textWhenLocked } = useAgentSetting('alertTextWhenLocked')
  const { value: sessionsWhenQuiet } = useAgentSetting('alertSessionsWhenQuiet')
  const { value: quietUntil } = useAgentSetting('quietUntil')
  /** Since when the newest has waited who was there at the last look. */
  const before = useRef<number | null>(null)
  /** 0: the pool was empty since, or somebody has looked. */
  const toldAt = useRef(0)

  const tell = (entry: PoolEntry, total: number): void => {
    const { sessionId, conversationId, customerName, customerNumber, lastText } = entry
    const said = withText ? plainLine(lastText) : ''
    const others = total > 1 ? t('waitingOthers', { count: total - 1 }) : ''
    showAlert(
      {
        conversationId,
        sessionId,
        title: t('waiting', { name: nameOf(customerName, customerNumber) }),
        text: [said.slice(0, LONGEST), others].filter((part) => part !== '').join('\n'),
        textWhenLocked: textWhenLocked || said === '',
        canReply: false,
      },
      onShowPool,
    )
  }
  const look = useEffectEvent((entry: PoolEntry | undefined, total: number): void => {
    const since = entry?.waitingSince ?? 0
    const former = before.current
    before.current = Math.max(since, former ?? 0)
    if (total === 0 || document.hasFocus()) toldAt.current = 0
    // Who waited when the window was opened is no news; a left message waits for nobody at the other end.
    if (former === null || since <= former || !entry || entry.leftMessage !== undefined) return
    const isQuiet = quietUntil > serverNow() && !sessionsWhenQuiet
    if (!wanted || isQuiet || document.hasFocus() || serverNow() - toldAt.current < PAUSE_MS) return
    toldAt.current = serverNow()
    tell(entry, total)
  })
  useEffect(() => {
    // What is known without a connection may be over.
    if (newest && isConnected && isSettled) look(newest.entries[0], newest.total)
  }, [newest, isConnected, isSettled])
  useEffect(() => {
    const seen = (): void => {
      toldAt.current = 0
    }
    window.addEventListener('focus', seen)
    return () => {
      window.removeEventListener('focus', seen)
    }
  }, [])
}

/** As much as a note of any system shows. */
const LONGEST = 200
