import { useTranslation } from 'react-i18next'

import type { Result } from '../../../base/result.ts'
import { Button, Dialog, ErrorLine } from '../../ui/index.ts'
import { useSave } from './useSave.ts'

export interface RemoveDialogProps {
  readonly title: string
  /** What goes with it. */
  readonly about: string
  /** The word on the button. */
  readonly verb: string
  readonly remove: () => Promise<Result<unknown>>
  readonly onClose: () => void
}

/** Asks once before something is deleted for good; a refusal is said where it was asked. */
export const RemoveDialog = ({ title, about, verb, remove, onClose }: RemoveDialogProps) => {
  const { t } = useTranslation('accountCenter')
  const { busy, failure, attempt } = useSave()
  return (
    <Dialog
      title={title}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button
            kind="danger"
            disabled={busy}
            onClick={() => {
              void attempt(remove()).then((done) => {
                if (done !== null) onClose()
              })
            }}
          >
            {verb}
          </Button>
        </>
      }
    >
      <p>{about}</p>
      {failure ? <ErrorLine text={failure} /> : null}
    </Dialog>
  )
}
