import type { ScheduledMessage } from '../../../protocol/model/index.ts'
import { TEXT_LIMIT } from '../../../protocol/model/limits.ts'
import { useFormDraft } from '../../core/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { Dialog, ErrorLine, Field } from '../../ui/index.ts'
import { TimeChoice } from './TimeChoice.tsx'
import { useScheduling } from './useScheduling.ts'

export interface EditScheduledProps {
  readonly scheduled: ScheduledMessage
  readonly onClose: () => void
}

/** Another text or another time for what goes out later; one that could not go waits again. */
export const EditScheduled = ({ scheduled, onClose }: EditScheduledProps) => {
  const { t } = useTranslation('composer')
  const scheduling = useScheduling()
  const {
    values,
    change: write,
    forget,
  } = useFormDraft(`scheduled ${scheduled.id}`, { text: scheduled.text })
  const { text } = values
  const dismiss = (): void => {
    forget()
    onClose()
  }
  const change = async (dueAt: number): Promise<void> => {
    if (text.trim() !== '' && (await scheduling.change({ ...scheduled, text, dueAt }))) dismiss()
  }
  return (
    <Dialog title={t('later.title')} onClose={dismiss}>
      <div className="fy-later-edit">
        <Field label={t('field')}>
          <textarea
            rows={5}
            maxLength={TEXT_LIMIT}
            value={text}
            onChange={(event) => {
              write({ text: event.target.value })
            }}
          />
        </Field>
        <TimeChoice
          initial={scheduled.failure === null ? scheduled.dueAt : null}
          onChoose={(at) => {
            void change(at)
          }}
        />
        {scheduling.failure ? <ErrorLine text={scheduling.failure} /> : null}
      </div>
    </Dialog>
  )
}
