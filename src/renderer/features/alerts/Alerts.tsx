import { useEffect, useEffectEvent, useRef } from 'react'

import type { ConversationRow } from '../../../client/api.ts'
import type { ConversationId } from '../../../protocol/model/index.ts'
import { useConnection, useQuery } from '../../core/index.ts'
import { useCustomerName } from '../../i18n/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { plainLine, serverNow } from '../../ui/index.ts'
import { useAction } from '../actions/index.ts'
import type { AcceptEntry } from '../pool/index.ts'
import { useAgentSetting } from '../settings/index.ts'
import { alertsOf, audible, knownOf, oldestUnread, type AlertDecision, type Known } from './decide.ts'
import { useShowAlert } from './show.ts'
import { useWaitingAlert } from './useWaitingAlert.ts'
import { useWishes } from './useWishes.ts'

export interface AlertsProps {
  readonly openId: ConversationId | null
  readonly onOpen: (id: ConversationId) => void
  readonly onAccept: (entry: AcceptEntry) => void
  readonly onShowPool: () => void
}

/** Tells what happens to who does not look, and follows what they do outside of the window. It shows nothing itself. */
export const Alerts = ({ openId, onOpen, onAccept, onShowPool }: AlertsProps) => {
  const rows = useQuery('conversations.list', { filter: 'all' })
  useCounts(rows ?? NONE)
  useNews(rows, openId, onOpen)
  useWaitingAlert(onShowPool)
  useWishes({ rows: rows ?? NONE, onOpen, onAccept, onShowPool })
  const oldest = oldestUnread(rows ?? NONE)
  useAction(
    'oldestUnread',
    oldest === null
      ? null
      : () => {
          onOpen(oldest)
        },
  )
  return null
}

const NONE: readonly ConversationRow[] = []

/** For icon, badge and taskbar. */
const useCounts = (rows: readonly ConversationRow[]): void => {
  const isConnected = useConnection() === 'connected'
  const waiting = useQuery('pool.count', {})?.waiting ?? 0
  const { value: quietUntil } = useAgentSetting('quietUntil')
  const unread = audible(rows).filter((row) => row.unread > 0).length
  const messages = audible(rows).reduce((sum, row) => sum + row.unread, 0)
  useEffect(() => {
    const isQuiet = quietUntil > serverNow()
    window.foyer?.tell({ kind: 'signs.counts', counts: { isConnected, unread, messages, waiting, isQuiet } })
  }, [isConnected, unread, messages, waiting, quietUntil])
}

const useNews = (
  rows: readonly ConversationRow[] | undefined,
  openId: ConversationId | null,
  onOpen: (id: ConversationId) => void,
): void => {
  const { t } = useTranslation('alerts')
  const nameOf = useCustomerName()
  const showAlert = useShowAlert()
  const isConnected = useConnection() === 'connected'
  const { value: sessions, known: isSettled } = useAgentSetting('alertSessions')
  const { value: messages } = useAgentSetting('alertMessages')
  const { value: withText } = useAgentSetting('alertText')
  const { value: textWhenLocked } = useAgentSetting('alertTextWhenLocked')
  const { value: sessionsWhenQuiet } = useAgentSetting('alertSessionsWhenQuiet')
  const { value: quietUntil } = useAgentSetting('quietUntil')
  const before = useRef<Known | null>(null)
  const wasAway = useRef(true)

  const tell = useEffectEvent((alert: AlertDecision) => {
    if (alert.kind === 'missed') {
      const title = t('missed', { count: alert.messages })
      const note = { conversationId: null, sessionId: null, title, text: '', textWhenLocked, canReply: false }
      showAlert(note, () => undefined)
      return
    }
    const { id, chat, customerName, customerNumber, unnamedMembers, preview } = alert.row
    const name = nameOf(customerName, customerNumber, unnamedMembers)
    // The last word may be ours, such as a greeting.
    const isTheirs = preview?.kind === 'text' && (preview.sender.kind === 'customer' || chat !== null)
    const said = isTheirs ? plainLine(preview.text) : ''
    showAlert(
      {
        conversationId: id,
        sessionId: null,
        title: alert.kind === 'session' ? t('session', { name }) : name,
        text: (withText && said ? said : t(alert.kind === 'session' ? 'sessionHint' : 'message')).slice(
          0,
          LONGEST,
        ),
        textWhenLocked: textWhenLocked || !withText,
        canReply: true,
      },
      () => {
        onOpen(id)
      },
    )
  })
  const look = useEffectEvent((now: readonly ConversationRow[]) => {
    const known = before.current
    before.current = knownOf(now)
    // Of a device without a past nothing was missed.
    if (known === null || (wasAway.current && known.size === 0)) return
    const rules = { sessions, messages, isQuiet: quietUntil > serverNow(), sessionsWhenQuiet }
    const sight = { inView: document.hasFocus() ? openId : null, wasAway: wasAway.current }
    for (const alert of alertsOf(known, now, rules, sight)) tell(alert)
  })
  useEffect(() => {
    if (!rows || !isSettled) return
    if (!isConnected) {
      // What comes while the connection is made is told when all of it is here.
      wasAway.current = true
      before.current ??= knownOf(rows)
      return
    }
    look(rows)
    wasAway.current = false
  }, [rows, isConnected, isSettled])
}

/** As much as a note of any system shows. */
const LONGEST = 200
