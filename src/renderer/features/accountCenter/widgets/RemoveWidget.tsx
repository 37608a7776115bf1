import { useTranslation } from 'react-i18next'

import type { Widget } from '../../../../protocol/model/index.ts'
import { useRun } from '../../../core/index.ts'
import { Button, Dialog, ErrorLine } from '../../../ui/index.ts'
import { useSave } from '../useSave.ts'

/** Asks once: what stands on pages and on paper stops working. */
export const RemoveWidget = ({
  widget,
  onClose,
}: {
  readonly widget: Widget
  readonly onClose: () => void
}) => {
  const { t } = useTranslation(['widgets', 'accountCenter'])
  const run = useRun()
  const { busy, failure, attempt } = useSave()
  const remove = async (): Promise<void> => {
    if (await attempt(run('widget.delete', { id: widget.id, version: widget.version }))) onClose()
  }
  return (
    <Dialog
      title={t('removeNamed', { name: widget.name })}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('accountCenter:cancel')}</Button>
          <Button
            kind="danger"
            disabled={busy}
            onClick={() => {
              void remove()
            }}
          >
            {t('remove')}
          </Button>
        </>
      }
    >
      <p>{t('removeAsk')}</p>
      {failure ? <ErrorLine text={failure} /> : null}
    </Dialog>
  )
}
