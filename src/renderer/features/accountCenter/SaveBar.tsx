import { useTranslation } from '../../translation/index.ts'
import { Button, ErrorLine } from '../../ui/index.ts'
import { SaveWaits } from './SaveWaits.tsx'
import type { Save } from './useSave.ts'

export interface SaveBarProps {
  readonly save: Pick<Save, 'busy' | 'failure' | 'conflict'>
  /** There is something to save. */
  readonly touched: boolean
  /** Nothing in the form is wrong. */
  readonly ready: boolean
  /** Forgets what was typed: the form shows what holds now. */
  readonly onDiscard: () => void
  /** Saves over what somebody else has just saved. */
  readonly onSaveMine: () => void
}

/** The end of a form of the account center: what went wrong, save, discard. */
export const SaveBar = ({ save, touched, ready, onDiscard, onSaveMine }: SaveBarProps) => {
  const { t } = useTranslation('accountCenter')
  const { busy, failure, conflict } = save
  return (
    <>
      {failure ? (
        <ErrorLine text={failure}>
          {conflict ? (
            <>
              <Button onClick={onDiscard}>{t('showTheirs')}</Button>
              <Button onClick={onSaveMine}>{t('saveMine')}</Button>
            </>
          ) : null}
        </ErrorLine>
      ) : null}
      <div className="fy-center-save">
        <Button type="submit" kind="primary" disabled={!touched || busy || !ready}>
          {t('save')}
        </Button>
        {touched ? (
          <>
            <Button kind="quiet" onClick={onDiscard}>
              {t('discard')}
            </Button>
            <span className="fy-secondary">{t(ready ? 'unsaved' : 'notReady')}</span>
          </>
        ) : null}
        {busy ? <SaveWaits /> : null}
      </div>
    </>
  )
}
