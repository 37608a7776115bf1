import { CalendarClock } from 'lucide-react'
import { useRef } from 'react'

import type { ConversationId, MessageId } from '../../../protocol/model/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { ErrorLine, IconButton, Popover } from '../../ui/index.ts'
import { useAction, useKeyLabel } from '../actions/index.ts'
import { TimeChoice } from './TimeChoice.tsx'
import { useScheduling } from './useScheduling.ts'

import './scheduled.css'

export interface ScheduleButtonProps {
  readonly conversationId: ConversationId
  /** What was written can be sent later as it is. */
  readonly possible: boolean
  /** Asked for when it is; so a key that is typed renders no more than the field. */
  readonly written: () => { readonly text: string; readonly quoteId: MessageId | null } | null
  readonly inert: boolean
  /** The server has it. */
  readonly onScheduled: () => void
  /** It was taken back. */
  readonly onBack: (text: string) => void
}

/** Has what was written sent at another time, also when no client is open then. */
export const ScheduleButton = (props: ScheduleButtonProps) => {
  const { conversationId, possible, written, inert, onScheduled, onBack } = props
  const { t } = useTranslation('composer')
  const scheduling = useScheduling()
  const key = useKeyLabel('scheduleSend')
  const button = useRef<HTMLButtonElement>(null)
  useAction('scheduleSend', possible && !inert ? () => button.current?.click() : null)
  return (
    <Popover
      button={button}
      label={t('later.title')}
      side="above"
      trigger={(trigger) => (
        <IconButton {...trigger} label={t('later.button')} shortcut={key} disabled={!possible}>
          <CalendarClock />
        </IconButton>
      )}
    >
      {(close) => (
        <>
          <TimeChoice
            initial={null}
            onChoose={(at) => {
              const said = written()
              if (!said) return
              void scheduling.add(conversationId, { ...said, at }, onBack).then((done) => {
                if (!done) return
                close()
                onScheduled()
              })
            }}
          />
          {scheduling.failure ? <ErrorLine text={scheduling.failure} /> : null}
        </>
      )}
    </Popover>
  )
}
