import { useEffect, useState } from 'react'

import type { Diagnostics } from '../../../client/api.ts'
import { useAsk } from '../../core/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { Button, Dialog, RelativeTime, saveFile } from '../../ui/index.ts'
import { bytesText } from '../thread/index.ts'

import './diagnose.css'

/** How the program is doing, and the same for somebody who looks for a fault (R-17-084). */
export const DiagnoseDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const { t } = useTranslation(['diagnose', 'shell'])
  const ask = useAsk()
  const [found, setFound] = useState<Diagnostics | null>(null)
  useEffect(() => {
    void ask('diagnostics.get', {}).then(setFound)
  }, [ask])
  const save = async (): Promise<void> => {
    const told = {
      core: await ask('diagnostics.get', {}),
      shell: (await window.foyer?.ask('diagnostics.get')) ?? null,
    }
    saveFile(
      'foyer-diagnostics.json',
      new Blob([JSON.stringify(told, null, 2)], { type: 'application/json' }),
    )
  }
  return (
    <Dialog
      title={t('title')}
      width={520}
      onClose={onClose}
      footer={
        <>
          {window.foyer ? (
            <Button onClick={() => window.foyer?.tell({ kind: 'logs.open' })}>{t('shell:logs')}</Button>
          ) : null}
          <Button
            kind="primary"
            onClick={() => {
              void save()
            }}
          >
            {t('save')}
          </Button>
        </>
      }
    >
      {found ? <Findings found={found} /> : null}
      <p className="fy-secondary">{t('hint')}</p>
    </Dialog>
  )
}

const Findings = ({ found }: { readonly found: Diagnostics }) => {
  const { t } = useTranslation('diagnose')
  const { connection, errors, files, version } = found
  const rowsOf = (rows: Readonly<Record<string, number>>): string =>
    Object.entries(rows)
      .map(([kind, count]) => t(`rows.${kind as Kind}`, { count }))
      .join(t('between'))
  return (
    <>
      <dl className="fy-diagnose">
        <dt>{t('version')}</dt>
        <dd>{version}</dd>
        <dt>{t('connection')}</dt>
        <dd>
          {t(`states.${connection.state}`)}
          {connection.reason === null ? null : ` (${connection.reason})`}
        </dd>
        <dt>{t('outbox')}</dt>
        <dd>{connection.outbox}</dd>
        {files.map(({ name, bytes, rows }) => (
          <div key={name}>
            <dt>{t(`files.${name}`)}</dt>
            <dd>{`${bytesText(bytes)} · ${rowsOf(rows)}`}</dd>
          </div>
        ))}
      </dl>
      <h3>{t('errors')}</h3>
      {errors.length === 0 ? (
        <p className="fy-diagnose-none">{t('noErrors')}</p>
      ) : (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by key
        <ul className="fy-diagnose-errors" tabIndex={0} aria-label={t('errors')}>
          {errors.toReversed().map(({ at, message, fields }, index) => (
            <li key={index}>
              <RelativeTime at={at} /> <code>{[message, ...Object.values(fields)].join(' ')}</code>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

type Kind = 'accounts' | 'drafts' | 'outbox' | 'conversations' | 'customers' | 'messages' | 'sessions'
