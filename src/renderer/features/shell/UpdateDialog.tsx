import { useEffect } from 'react'

import { useTranslation } from '../../translation/index.ts'
import { Button, Dialog, ErrorLine, useLanguage } from '../../ui/index.ts'
import { useShell } from './shellState.ts'

/** The present and the newest version with what is new in it (R-03-200). Opened, it looks for one. */
export const UpdateDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const { t } = useTranslation('shell')
  const language = useLanguage()
  const { update } = useShell()
  useEffect(() => {
    window.foyer?.tell({ kind: 'update.check' })
  }, [])
  if (!update) return null
  const { version, state } = update
  const isBusy = state.kind === 'checking' || state.kind === 'downloading'
  return (
    <Dialog
      title={t('update.title')}
      onClose={onClose}
      footer={
        state.kind === 'ready' ? (
          <>
            <Button onClick={onClose}>{t('update.later')}</Button>
            <Button
              kind="primary"
              onClick={() => {
                onClose()
                window.foyer?.tell({ kind: 'update.install' })
              }}
            >
              {t('update.restart')}
            </Button>
          </>
        ) : state.kind === 'off' ? undefined : (
          <Button disabled={isBusy} onClick={() => window.foyer?.tell({ kind: 'update.check' })}>
            {t('update.check')}
          </Button>
        )
      }
    >
      <p>{t('update.present', { version })}</p>
      {state.kind === 'failed' ? (
        <ErrorLine text={t(`update.failed.${state.code}`)} />
      ) : (
        <p role="status">
          {'newest' in state
            ? t(`update.state.${state.kind}`, {
                version: state.newest,
                percent: state.kind === 'downloading' ? state.percent : 100,
              })
            : t(`update.state.${state.kind}`)}
        </p>
      )}
      {'newest' in state ? (
        <section className="fy-update-notes" aria-label={t('update.notes')}>
          <h3>{t('update.notes')}</h3>
          <p>{state.notes[language]}</p>
        </section>
      ) : null}
    </Dialog>
  )
}
