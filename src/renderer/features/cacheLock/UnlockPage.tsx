import { useRef, useState, type ReactNode } from 'react'

import { useTranslation } from '../../translation/index.ts'
import { Button, Dialog, ErrorLine, Field } from '../../ui/index.ts'
import { useShell } from '../shell/index.ts'

import './cacheLock.css'

/** Asks for the cache password before anything of the local copy is opened (R-17-058). */
export const UnlockPage = ({ foot }: { readonly foot: ReactNode }) => {
  const { t } = useTranslation('shell')
  const [state, setState] = useState<'still' | 'busy' | 'wrong'>('still')
  const [isForgotten, setForgotten] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const unlock = async (): Promise<void> => {
    const password = field.current?.value ?? ''
    if (password === '') return
    setState('busy')
    // Right, this page goes.
    if (await window.foyer?.ask('cache.unlock', password)) return
    setState('wrong')
    field.current?.select()
  }
  return (
    <main className="fy-page">
      <form
        className="fy-card fy-cache-lock"
        aria-label={t('cacheLock.unlock.title')}
        onSubmit={(event) => {
          event.preventDefault()
          if (state !== 'busy') void unlock()
        }}
      >
        <h1>{t('cacheLock.unlock.title')}</h1>
        <p className="fy-secondary">{t('cacheLock.unlock.about')}</p>
        <Field label={t('cacheLock.unlock.password')}>
          <input ref={field} type="password" autoComplete="current-password" autoFocus maxLength={256} />
        </Field>
        {state === 'wrong' ? <ErrorLine text={t('cacheLock.unlock.wrong')} /> : null}
        <Button kind="primary" large type="submit" disabled={state === 'busy'}>
          {t(state === 'busy' ? 'cacheLock.unlock.busy' : 'cacheLock.unlock.do')}
        </Button>
        <Button
          kind="quiet"
          onClick={() => {
            setForgotten(true)
          }}
        >
          {t('cacheLock.unlock.forgotten')}
        </Button>
      </form>
      <div className="fy-page-foot">{foot}</div>
      {isForgotten ? (
        <EraseDialog
          onClose={() => {
            setForgotten(false)
          }}
        />
      ) : null}
    </main>
  )
}

/** Says what would be lost, and erases what nobody can open any more. */
const EraseDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const { t } = useTranslation('shell')
  const unsent = useShell().cacheLock?.unsent ?? 0
  const [busy, setBusy] = useState(false)
  return (
    <Dialog
      title={t('cacheLock.erase.title')}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('cacheLock.erase.cancel')}</Button>
          <Button
            kind="danger"
            disabled={busy}
            onClick={() => {
              setBusy(true)
              void window.foyer?.ask('cache.erase')
            }}
          >
            {t('cacheLock.erase.do')}
          </Button>
        </>
      }
    >
      <div className="fy-cache-lock">
        <p>{t('cacheLock.erase.about')}</p>
        <p>{unsent > 0 ? t('cacheLock.erase.unsent', { count: unsent }) : t('cacheLock.erase.allSent')}</p>
        <p>{t('cacheLock.erase.drafts')}</p>
      </div>
    </Dialog>
  )
}
