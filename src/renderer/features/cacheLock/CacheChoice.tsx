import { useState } from 'react'

import { useTranslation } from '../../translation/index.ts'
import { Button, ErrorLine } from '../../ui/index.ts'
import { useShell } from '../shell/index.ts'
import { isUsable, NewPassword, NOTHING_TYPED } from './NewPassword.tsx'

import './cacheLock.css'

const WAYS = ['memory', 'password'] as const

/** Where the system has no key store: whether this computer keeps anything, before anybody signs in (R-17-058). */
export const CacheChoice = () => {
  const { t } = useTranslation('shell')
  const protection = useShell().cacheLock?.protection
  const [way, setWay] = useState<(typeof WAYS)[number]>('memory')
  if (protection === 'password') return <p className="fy-secondary">{t('cacheLock.isSet')}</p>
  if (protection !== 'memory') return null
  return (
    <section className="fy-cache-lock" aria-label={t('cacheLock.choice.title')}>
      <h2>{t('cacheLock.choice.title')}</h2>
      <p className="fy-secondary">{t('cacheLock.choice.why')}</p>
      {WAYS.map((one) => (
        <label key={one} className="fy-tick">
          <input
            type="radio"
            name="cache-lock"
            checked={way === one}
            onChange={() => {
              setWay(one)
            }}
          />
          <span>
            {t(`cacheLock.choice.ways.${one}`)}
            <span className="fy-secondary">{t(`cacheLock.choice.hints.${one}`)}</span>
          </span>
        </label>
      ))}
      {way === 'password' ? <Protection /> : null}
    </section>
  )
}

const Protection = () => {
  const { t } = useTranslation('shell')
  const [typed, setTyped] = useState(NOTHING_TYPED)
  const [state, setState] = useState<'still' | 'busy' | 'failed'>('still')
  const protect = async (): Promise<void> => {
    setState('busy')
    const isKept = await window.foyer?.ask('cache.protect', typed.next)
    setState(isKept ? 'still' : 'failed')
  }
  return (
    <form
      className="fy-cache-lock"
      aria-label={t('cacheLock.choice.set')}
      onSubmit={(event) => {
        event.preventDefault()
        if (isUsable(typed)) void protect()
      }}
    >
      <NewPassword typed={typed} onChange={setTyped} />
      {state === 'failed' ? <ErrorLine text={t('cacheLock.choice.failed')} /> : null}
      <Button type="submit" disabled={state === 'busy' || !isUsable(typed)}>
        {t(state === 'busy' ? 'cacheLock.choice.setting' : 'cacheLock.choice.set')}
      </Button>
    </form>
  )
}
