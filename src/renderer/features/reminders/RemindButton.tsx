import { AlarmClock, X } from 'lucide-react'
import { useRef } from 'react'

import type { ConversationView } from '../../../client/api.ts'
import { useContactName } from '../../i18n/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { ErrorLine, fullTime, IconButton, Popover, serverNow, dueTime, useLanguage } from '../../ui/index.ts'
import { useAction, useKeyLabel } from '../actions/index.ts'
import { RemindForm } from './RemindForm.tsx'
import { useReminding } from './useReminding.ts'

import './reminders.css'

/** Puts the open conversation off until later (R-03-038), and tells where that was done. */
export const RemindButton = ({
  view,
  inert,
}: {
  readonly view: ConversationView
  readonly inert: boolean
}) => {
  const { t } = useTranslation('todos')
  const language = useLanguage()
  const name = useContactName()(view)
  const reminding = useReminding()
  const button = useRef<HTMLButtonElement>(null)
  const { conversation, reminder } = view
  const pending = reminder && reminder.rungAt === null ? reminder : null
  const shortcut = useKeyLabel('remind')
  useAction('remind', view.entry && !inert ? () => button.current?.click() : null)
  if (!view.entry) return null
  const cancelText = t(pending ? 'remind.cancel' : 'remind.done')
  return (
    <>
      {reminder ? (
        <span className="fy-reminder" data-back={pending === null || undefined} role="status">
          <AlarmClock aria-hidden="true" />
          <span className="fy-cut" title={fullTime(reminder.dueAt, language)}>
            {pending
              ? t('remind.until', { time: dueTime(reminder.dueAt, serverNow(), language) })
              : t('remind.back')}
          </span>
          <IconButton
            label={cancelText}
            onClick={() => {
              void reminding.remove(conversation.id, name, pending)
            }}
          >
            <X />
          </IconButton>
        </span>
      ) : null}
      <Popover
        label={t('remind.title')}
        align="end"
        trigger={({ ref, ...props }) => (
          <IconButton
            {...props}
            ref={(element) => {
              button.current = element
              if (typeof ref === 'function') ref(element)
              else if (ref) ref.current = element
            }}
            label={t('remind.button')}
            shortcut={shortcut}
          >
            <AlarmClock />
          </IconButton>
        )}
      >
        {(close) => (
          <>
            <RemindForm
              onChoose={async (when) => {
                if (await reminding.set(conversation.id, name, when, pending)) close()
              }}
            />
            {reminding.failure ? <ErrorLine text={reminding.failure} /> : null}
          </>
        )}
      </Popover>
    </>
  )
}
