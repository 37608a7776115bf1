import { CalendarDays } from 'lucide-react'

import type { ConversationId } from '../../../protocol/model/index.ts'
import type { ThreadKinds } from '../../../protocol/queries/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { IconButton, Popover, Segments } from '../../ui/index.ts'
import { Calendar, type CalendarProps } from './Calendar.tsx'

const KINDS: readonly ThreadKinds[] = ['all', 'media', 'files']

export interface HistoryBarProps extends Pick<CalendarProps, 'onDay' | 'onNothing'> {
  readonly conversationId: ConversationId
  readonly kinds: ThreadKinds
  readonly onKinds: (kinds: ThreadKinds) => void
}

/** Which messages are shown, and the way to a day. */
export const HistoryBar = ({ conversationId, kinds, onKinds, onDay, onNothing }: HistoryBarProps) => {
  const { t } = useTranslation('history')
  return (
    <div className="fy-history-bar">
      <Segments
        label={t('kinds.label')}
        value={kinds}
        options={KINDS.map((one) => [one, t(`kinds.${one}`)] as const)}
        onChange={onKinds}
      />
      <Popover
        label={t('calendar')}
        align="end"
        trigger={(trigger) => (
          <IconButton label={t('calendar')} {...trigger}>
            <CalendarDays aria-hidden="true" />
          </IconButton>
        )}
      >
        {(close) => (
          <Calendar
            conversationId={conversationId}
            onDay={(seq, instead) => {
              onDay(seq, instead)
              close()
            }}
            onNothing={() => {
              onNothing()
              close()
            }}
          />
        )}
      </Popover>
    </div>
  )
}
