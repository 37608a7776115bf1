import { useEffect, useEffectEvent, useRef } from 'react'

import type { ConversationId } from '../../../protocol/model/index.ts'
import { useConnection, useQuery } from '../../core/index.ts'
import { serverNow } from '../../ui/index.ts'
import { alertsOf, knownOf, useSystemSounds, type AlertDecision, type Known } from '../alerts/index.ts'
import { useAgentSetting } from '../settings/index.ts'
import type { SoundKind } from './chime.ts'
import { useSound } from './useSound.ts'

/** Lets be heard what happens, each kind as it was chosen (R-03-171, R-02-094). It shows nothing. */
export const Sounds = ({ openId }: { readonly openId: ConversationId | null }) => {
  return useSystemSounds() ? null : <WindowSounds openId={openId} />
}

/** Comes and goes as a whole: what was told meanwhile is no news. */
const WindowSounds = ({ openId }: { readonly openId: ConversationId | null }) => {
  useNews(openId)
  useWaiting()
  return null
}

const useNews = (openId: ConversationId | null): void => {
  const rows = useQuery('conversations.list', { filter: 'all' })
  const isConnected = useConnection() === 'connected'
  const { value: quietUntil } = useAgentSetting('quietUntil')
  const { value: sessionsWhenQuiet } = useAgentSetting('alertSessionsWhenQuiet')
  const session = useSound('session')
  const message = useSound('message')
  const group = useSound('group')
  const colleague = useSound('colleague')
  const before = useRef<Known | null>(null)
  const wasAway = useRef(true)

  const hear = useEffectEvent((now: NonNullable<typeof rows>) => {
    const known = before.current
    before.current = knownOf(now)
    if (known === null || (wasAway.current && known.size === 0)) return
    const rules = {
      sessions: session.on,
      messages: message.on || group.on || colleague.on,
      isQuiet: quietUntil > serverNow(),
      sessionsWhenQuiet,
    }
    const sight = { inView: document.hasFocus() ? openId : null, wasAway: wasAway.current }
    const alerts = alertsOf(known, now, rules, sight)
    // Several at once are one sound: that somebody is there matters more than what was written, and customers come first.
    const kinds = new Set(alerts.map(kindOf))
    const heard = (
      [
        ['session', session],
        ['message', message],
        ['colleague', colleague],
        ['group', group],
      ] as const
    ).find(([kind, { on }]) => on && kinds.has(kind))
    heard?.[1].sound()
  })
  useEffect(() => {
    if (!rows) return
    if (isConnected) hear(rows)
    else before.current ??= knownOf(rows)
    wasAway.current = !isConnected
  }, [rows, isConnected])
}

const kindOf = (alert: AlertDecision): SoundKind => {
  if (alert.kind === 'session') return 'session'
  const chat = alert.kind === 'message' ? alert.row.chat : null
  return chat === null ? 'message' : chat === 'adhoc' ? 'group' : 'colleague'
}

/** Once for each customer who becomes the one that waits too long. */
const useWaiting = (): void => {
  const since = useQuery('pool.count', {})?.oldestSince ?? null
  const limitMs = useQuery('organization.get', {})?.organization.waitingLimitMs
  const { value: quietUntil } = useAgentSetting('quietUntil')
  const waiting = useSound('waiting')
  const late = useEffectEvent(() => {
    if (waiting.on && quietUntil <= serverNow()) waiting.sound()
  })
  useEffect(() => {
    if (since === null || limitMs === undefined) return undefined
    const inMs = since + limitMs - serverNow()
    // Whoever waits too long already when one comes is seen, and was heard by those who were there.
    if (inMs < 0) return undefined
    const timer = setTimeout(() => {
      late()
    }, inMs)
    return () => {
      clearTimeout(timer)
    }
  }, [since, limitMs])
}
