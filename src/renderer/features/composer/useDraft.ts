import { useEffect, useEffectEvent, useRef, useState } from 'react'

import type { ConversationId, Quote } from '../../../protocol/model/index.ts'
import { keepBeforeLeaving, useQuery, useRun } from '../../core/index.ts'
import { fromDraft, toDraft, type Attachment } from './attachments.ts'

const SAVE_AFTER_MS = 400
/** Who writes on without a pause loses no more than this when the plug is pulled (R-17-022). */
const SAVE_EVERY_MS = 1000

/** What stands in a composer. */
interface Written {
  readonly text: string
  readonly quote: Quote | null
  readonly files: readonly Attachment[]
}

export interface Draft extends Written {
  readonly change: (change: (before: Written) => Partial<Written>) => void
  /** Where the caret was when the draft was kept; null: it is not known yet. */
  readonly caret: number | null
  readonly noteCaret: (caret: number) => void
}

const NOTHING: Written = { text: '', quote: null, files: [] }

/**
 * What one composer holds, kept on disk and followed on the agent's other devices.
 *
 * It is saved a moment after the last change or a second after the first, and at once when the conversation, the page or the account is left. What was written here
 * goes before what the disk says: a late answer never replaces it. Only news of another composer does, and not while
 * something here is unsaved: then the core puts the two together and that is the news.
 */
export const useDraft = (conversationId: ConversationId): Draft => {
  const run = useRun()
  const kept = useQuery('draft.get', { conversationId })
  const [writer] = useState(() => crypto.randomUUID())
  const account = useQuery('account.current', {})?.account
  /** Whose words these are, also when another agent has taken over this window by the time they are kept. */
  const [agentId] = useState(account?.agentId)
  const [written, setWritten] = useState<{ readonly now: Written; readonly base: number } | null>(null)
  const [saved, setSaved] = useState<Written | null>(null)
  const unsaved = written !== null && written.now !== saved

  const [seen, setSeen] = useState(kept)
  if (kept !== seen) {
    setSeen(kept)
    if (kept && kept.writer !== writer && !unsaved) setWritten(null)
  }
  const there: Written = kept
    ? { text: kept.text, quote: kept.quote, files: kept.files.map(fromDraft) }
    : NOTHING
  const now = written?.now ?? there
  const caret = useRef<number | null>(null)
  const movedCaret = useRef(false)

  /** What the core was given last. */
  const underWay = useRef<Written | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  /** When what was written first since the last time is saved at the latest. */
  const dueAt = useRef<number | null>(null)
  const write = useEffectEvent((): void => {
    clearTimeout(timer.current)
    dueAt.current = null
    movedCaret.current = false
    const { text, quote, files } = now
    underWay.current = now
    void run('draft.save', {
      ...{ conversationId, writer, text, quote, files: files.map(toDraft) },
      ...(agentId === undefined ? {} : { agentId }),
      caret: Math.min(caret.current ?? text.length, text.length),
      base: written?.base ?? kept?.base ?? 0,
    }).then(({ ok }) => {
      // Not before: what the disk said meanwhile is older than this.
      if (ok) setSaved(now)
      else underWay.current = null
    })
  })
  const save = useEffectEvent((): void => {
    if (unsaved ? underWay.current !== now : movedCaret.current && now.text !== '') write()
  })

  useEffect(() => {
    const onHide = (): void => {
      save()
    }
    window.addEventListener('pagehide', onHide)
    document.addEventListener('visibilitychange', onHide)
    const stayUnkept = keepBeforeLeaving(onHide)
    return () => {
      stayUnkept()
      window.removeEventListener('pagehide', onHide)
      document.removeEventListener('visibilitychange', onHide)
      onHide()
    }
  }, [])

  useEffect(() => {
    if (written === null) return
    const changedAt = performance.now()
    dueAt.current ??= changedAt + SAVE_EVERY_MS
    const waitMs = Math.min(SAVE_AFTER_MS, Math.max(0, dueAt.current - changedAt))
    timer.current = setTimeout(() => {
      dueAt.current = null
      save()
    }, waitMs)
    return () => {
      clearTimeout(timer.current)
    }
  }, [written])

  return {
    ...now,
    change: (change) => {
      setWritten((before) => {
        const was = before?.now ?? there
        return { now: { ...was, ...change(was) }, base: before?.base ?? kept?.base ?? 0 }
      })
    },
    caret: written === null && kept ? kept.caret : null,
    noteCaret: (position) => {
      if (caret.current !== null && caret.current !== position) movedCaret.current = true
      caret.current = position
    },
  }
}
