import { useEffect, useState } from 'react'

import { useQuery } from '../../core/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { Skeleton } from '../../ui/index.ts'
import { Messages, type Jump, type ThreadPanelProps } from './Messages.tsx'
import { forgetPlace, placeBefore } from './place.ts'

import './thread.css'
import './message.css'
import './messageLines.css'
import './selection.css'
import './annotation.css'
import './linkPreview.css'

/** Messages a thread is opened with, and that are read with each step back. */
export const PAGE = 50
/** Jumps inside have numbers of their own, so that none is taken for one from outside. */
const JUMPS_INSIDE = 1_000_000
/** While more is being read, what is there stays. */
const KEEP = { keep: true } as const

/** The messages of one conversation. Give it the conversation's id as key. */
export const ThreadPanel = (props: ThreadPanelProps) => {
  const { view } = props
  const { t } = useTranslation('thread')
  const conversationId = view.conversation.id
  const [pages, setPages] = useState(1)
  const [place] = useState(() => placeBefore(conversationId))
  useEffect(() => forgetPlace, [])
  /** To what a message quotes; a jump from outside that comes later goes before it. */
  const [inside, setInside] = useState<{ readonly jump: Jump; readonly after: Jump | null } | null>(null)
  const jump = inside && inside.after === props.jump ? inside.jump : props.jump
  const reached = jump ?? place
  const wanted = reached ? Math.max(PAGE, view.conversation.lastSeq - reached.seq + PAGE) : PAGE
  const limit = Math.max(pages * PAGE, wanted)
  const thread = useQuery('thread.messages', { conversationId, limit }, KEEP)
  if (!thread) return <Skeleton rows={6} rowHeight={64} avatar />
  return (
    <Messages
      {...props}
      thread={thread}
      limit={limit}
      jump={jump}
      place={place}
      onJump={(seq) => {
        setInside((before) => ({
          jump: { seq, nonce: (before?.jump.nonce ?? JUMPS_INSIDE) + 1 },
          after: props.jump,
        }))
      }}
      onMore={() => {
        setPages((count) => Math.max(count, Math.ceil(limit / PAGE)) + 1)
      }}
      empty={
        <p className="fy-thread-empty">
          {t('empty')}
          <span className="fy-secondary">{t('emptyHint')}</span>
        </p>
      }
    />
  )
}
