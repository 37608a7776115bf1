import { useEffect, useState } from 'preact/hooks'

import type { Chat } from '../../chat/contract.ts'
import { isOpen, isWithAgent, type ChatView } from '../../chat/view.ts'
import { useSpeech } from '../context.ts'
import type { Notices } from '../notices.ts'
import { LeaveQuestion } from './LeaveQuestion.tsx'
import { NavBar, type NavBarProps } from './NavBar.tsx'
import { NoticeAsk } from './NoticeAsk.tsx'
import { SessionLine } from './SessionLine.tsx'

export interface BarProps extends Pick<NavBarProps, 'onChoose' | 'problem'> {
  readonly chat: Chat
  readonly view: ChatView
  readonly notices: Notices
  readonly onLeaveMessage: () => void
}

/**
 * One row above the field: the company's menu, what is asked once, and the way out. What the customer must read, such as
 * their place in the queue, stands above it.
 */
export const Bar = ({ chat, view, notices, onLeaveMessage, onChoose, problem }: BarProps) => {
  const { words } = useSpeech()
  const [asking, setAsking] = useState(false)
  const [offersNotices, setOffersNotices] = useState(notices.isToAsk)
  const { session, bot } = view.state
  useEffect(() => {
    setAsking(false)
  }, [session])
  const withAgent = isWithAgent(view.state)
  if (asking) {
    return (
      <LeaveQuestion
        text={withAgent ? words.endSure : words.leaveSure}
        onYes={() => {
          setAsking(false)
          chat.leave()
        }}
        onNo={() => {
          setAsking(false)
        }}
      />
    )
  }
  const ask = (): void => {
    setAsking(true)
  }
  // Leaving the queue is no tool that a company could take away.
  const mayEnd = withAgent && (view.settings?.tools.includes('end') ?? true)
  return (
    <>
      <SessionLine view={view} onLeaveMessage={onLeaveMessage} onLeave={ask} />
      <NavBar
        settings={view.settings}
        problem={problem}
        onChoose={onChoose}
        lead={
          bot && (
            <button
              type="button"
              class="nav-button"
              disabled={view.link !== 'online'}
              onClick={() => {
                chat.askPerson()
              }}
            >
              {words.askPerson}
            </button>
          )
        }
        tail={
          isOpen(view.state) &&
          offersNotices && (
            <NoticeAsk
              notices={notices}
              onDecline={() => {
                setOffersNotices(false)
              }}
            />
          )
        }
        end={
          mayEnd && (
            <button
              type="button"
              class="text-button bar-end"
              aria-label={words.end}
              disabled={view.link !== 'online'}
              onClick={ask}
            >
              {words.endShort}
            </button>
          )
        }
      />
    </>
  )
}
