import { useState } from 'react'

import { useTranslation } from '../../translation/index.ts'
import { Button, ErrorLine, Field } from '../../ui/index.ts'
import { useShell } from '../shell/index.ts'
import { isUsable, NewPassword, NOTHING_TYPED } from './NewPassword.tsx'

import './cacheLock.css'

/** In the settings of this computer: what protects the local copy, and another password for it. */
export const CacheProtectionSetting = () => {
  const { t } = useTranslation(['shell', 'settings'])
  const protection = useShell().cacheLock?.protection
  if (protection === undefined || protection === 'locked') return null
  return (
    <div className="fy-setting" data-setting="localCopy">
      <div className="fy-setting-name">
        <span>{t('settings:own.device.localCopy')}</span>
        <span className="fy-secondary">{t(`cacheLock.settings.${protection}`)}</span>
        {protection === 'password' ? <ChangeForm /> : null}
      </div>
    </div>
  )
}

const ChangeForm = () => {
  const { t } = useTranslation('shell')
  const [former, setFormer] = useState('')
  const [typed, setTyped] = useState(NOTHING_TYPED)
  const [state, setState] = useState<'still' | 'busy' | 'changed' | 'wrong'>('still')
  const change = async (): Promise<void> => {
    setState('busy')
    const isChanged = await window.foyer?.ask('cache.change-password', { former, next: typed.next })
    setState(isChanged ? 'changed' : 'wrong')
    if (!isChanged) return
    setFormer('')
    setTyped(NOTHING_TYPED)
  }
  return (
    <form
      className="fy-cache-lock"
      aria-label={t('cacheLock.settings.change')}
      onSubmit={(event) => {
        event.preventDefault()
        if (former !== '' && isUsable(typed)) void change()
      }}
    >
      <Field label={t('cacheLock.settings.former')}>
        <input
          type="password"
          autoComplete="current-password"
          maxLength={256}
          value={former}
          onChange={({ target: { value } }) => {
            setFormer(value)
          }}
        />
      </Field>
      <NewPassword typed={typed} onChange={setTyped} />
      {state === 'wrong' ? <ErrorLine text={t('cacheLock.settings.wrong')} /> : null}
      <Button type="submit" disabled={state === 'busy' || former === '' || !isUsable(typed)}>
        {t('cacheLock.settings.change')}
      </Button>
      <span role="status" className="fy-secondary">
        {state === 'changed' ? t('cacheLock.settings.changed') : ''}
      </span>
    </form>
  )
}
