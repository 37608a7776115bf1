import type { Result } from '../../../base/result.ts'
import type { Use } from '../../../domain/routing/uses.ts'
import { useTranslation } from '../../translation/index.ts'
import { Button, Dialog, ErrorLine } from '../../ui/index.ts'
import { useSave } from './useSave.ts'

export interface RemoveDialogProps {
  readonly title: string
  /** What goes with it. */
  readonly about: string
  /** The word on the button. */
  readonly verb: string
  readonly remove: () => Promise<Result<unknown>>
  /** Where it is still named: it cannot go before these places name another. */
  readonly uses?: readonly Use[]
  readonly onClose: () => void
}

/** Asks once before something is deleted for good; what keeps it is said here, and so is a refusal. */
export const RemoveDialog = ({ title, about, verb, remove, uses = [], onClose }: RemoveDialogProps) => {
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
            disabled={busy || uses.length > 0}
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
      {uses.length === 0 ? (
        <p>{about}</p>
      ) : (
        <>
          <p>{t('uses.title')}</p>
          <ul className="fy-center-uses">
            {uses.map(({ kind, name }) => (
              <li key={`${kind} ${name}`}>{t(`uses.kinds.${kind}`, { name })}</li>
            ))}
          </ul>
          <p className="fy-secondary">{t('uses.hint')}</p>
        </>
      )}
      {failure ? <ErrorLine text={failure} /> : null}
    </Dialog>
  )
}
