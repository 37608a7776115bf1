import { Download } from 'lucide-react'

import type { ExportFormat } from '../../../protocol/queries/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { Button, ErrorLine, IconButton, Menu, Popover } from '../../ui/index.ts'
import type { Exporting } from './useExport.ts'

const FORMATS: readonly ExportFormat[] = ['text', 'html', 'json']

/** In what form the records are taken away. */
export const ExportMenu = ({ exporting }: { readonly exporting: Exporting }) => {
  const { t } = useTranslation('records')
  return (
    <Popover
      label={t('export.button')}
      role="menu"
      align="end"
      trigger={(trigger) => (
        <IconButton {...trigger} label={t('export.button')} disabled={exporting.done !== null}>
          <Download />
        </IconButton>
      )}
    >
      {(close) => (
        <Menu
          sections={[
            {
              key: 'formats',
              items: FORMATS.map((format) => ({ key: format, label: t(`export.formats.${format}`) })),
            },
          ]}
          onChoose={(key) => {
            close()
            const format = FORMATS.find((one) => one === key)
            if (format) exporting.begin(format)
          }}
        />
      )}
    </Popover>
  )
}

/** How far an export is, with the way out, and what came of it. */
export const ExportReport = ({
  exporting,
  total,
}: {
  readonly exporting: Exporting
  readonly total: number
}) => {
  const { t } = useTranslation(['records', 'common'])
  const { done, outcome, cancel } = exporting
  return (
    <div className="fy-records-report">
      <p role="status">
        {done !== null
          ? t('export.done', { count: done, total: Math.max(done, total) })
          : outcome?.kind === 'saved'
            ? outcome.text
            : ''}
      </p>
      {done === null ? null : (
        <>
          <progress aria-label={t('export.progress')} max={Math.max(done, total, 1)} value={done} />
          <Button onClick={cancel}>{t('common:cancel')}</Button>
        </>
      )}
      {outcome?.kind === 'failed' ? <ErrorLine text={outcome.text} /> : null}
    </div>
  )
}
