import { CalendarSearch } from 'lucide-react'
import { useRef, useState } from 'react'

import type { Conversation } from '../../../protocol/model/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { IconButton, Popover } from '../../ui/index.ts'
import { useAction, useKeyLabel } from '../actions/index.ts'
import { FARTHEST } from '../thread/index.ts'
import { Calendar } from './Calendar.tsx'

import './history.css'

export interface JumpToDateProps {
  readonly conversation: Pick<Conversation, 'id' | 'lastSeq'>
  readonly inert: boolean
  /** Shows this message of the thread. */
  readonly onJump: (seq: number) => void
}

/** Leads to the first message of a day in the thread; where that is too far back, says where it is shown. */
export const JumpToDate = ({ conversation, inert, onJump }: JumpToDateProps) => {
  const { t } = useTranslation('history')
  const key = useKeyLabel('jumpToDate')
  const button = useRef<HTMLButtonElement>(null)
  const [notice, setNotice] = useState<string | null>(null)
  useAction('jumpToDate', inert ? null : () => button.current?.click())
  return (
    <Popover
      button={button}
      label={t('calendar')}
      align="end"
      trigger={({ onClick, ...trigger }) => (
        <IconButton
          {...trigger}
          label={t('calendar')}
          shortcut={key}
          onClick={(event) => {
            setNotice(null)
            onClick(event)
          }}
        >
          <CalendarSearch />
        </IconButton>
      )}
    >
      {(close) => (
        <>
          <Calendar
            conversationId={conversation.id}
            onDay={(seq, instead) => {
              if (conversation.lastSeq - seq > FARTHEST) {
                setNotice(t('farBack'))
                return
              }
              onJump(seq)
              if (instead) setNotice(t('nextDay'))
              else close()
            }}
            onNothing={() => {
              setNotice(t('nothingLater'))
            }}
          />
          {notice ? (
            <p className="fy-secondary fy-calendar-notice" role="status">
              {notice}
            </p>
          ) : null}
        </>
      )}
    </Popover>
  )
}
