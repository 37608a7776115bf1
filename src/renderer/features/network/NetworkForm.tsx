import { useEffect, useState } from 'react'

import type { DesktopApi, NetworkSettings, ProxyChoice } from '../../../preload/contract.ts'
import { useTranslation } from '../../translation/index.ts'
import { Button, ErrorLine, Field, Segments } from '../../ui/index.ts'

import './network.css'

const MODES = ['system', 'none', 'manual', 'script'] as const

/** By which way the program reaches the network; a browser knows that by itself. */
export const NetworkForm = () => {
  const { t } = useTranslation('network')
  const [settings, setSettings] = useState<NetworkSettings | null>(null)
  const { foyer } = window
  useEffect(() => {
    void foyer?.ask('network.get').then(setSettings)
  }, [foyer])
  if (!foyer) return <p className="fy-secondary">{t('desktopOnly')}</p>
  return (
    <div className="fy-network">
      {settings ? <ProxyForm desktop={foyer} settings={settings} /> : null}
      <section>
        <h4>{t('certificates')}</h4>
        <p className="fy-secondary">{t('certificatesHint')}</p>
      </section>
    </div>
  )
}

interface ProxyFormProps {
  readonly desktop: DesktopApi
  readonly settings: NetworkSettings
}

const ProxyForm = ({ desktop, settings: { proxy, isManaged } }: ProxyFormProps) => {
  const { t } = useTranslation('network')
  const [choice, setChoice] = useState<ProxyChoice>(proxy)
  const [outcome, setOutcome] = useState<'used' | 'unusable' | null>(null)
  const { mode, address, except } = choice
  const change = (changes: Partial<ProxyChoice>): void => {
    setChoice({ ...choice, ...changes })
    setOutcome(null)
  }
  return (
    <form
      className="fy-network"
      onSubmit={(event) => {
        event.preventDefault()
        void desktop.ask('network.choose', choice).then((isUsed) => {
          setOutcome(isUsed ? 'used' : 'unusable')
        })
      }}
    >
      {isManaged ? <p>{t('managed')}</p> : null}
      <Segments
        label={t('way')}
        value={mode}
        disabled={isManaged}
        options={MODES.map((one) => [one, t(`modes.${one}`)])}
        onChange={(next) => {
          change({ mode: next })
        }}
      />
      <p className="fy-secondary">{t(`hints.${mode}`)}</p>
      {mode === 'none' ? null : <p className="fy-secondary">{t('limits')}</p>}
      {mode === 'manual' || mode === 'script' ? (
        <Field label={t(`address.${mode}`)}>
          <input
            value={address}
            placeholder={t(`example.${mode}`)}
            disabled={isManaged}
            maxLength={500}
            spellCheck={false}
            onChange={(event) => {
              change({ address: event.target.value })
            }}
          />
        </Field>
      ) : null}
      {mode === 'manual' ? (
        <Field label={t('except')} hint={t('exceptHint')}>
          <input
            value={except}
            disabled={isManaged}
            maxLength={1000}
            spellCheck={false}
            onChange={(event) => {
              change({ except: event.target.value })
            }}
          />
        </Field>
      ) : null}
      {outcome === 'unusable' ? <ErrorLine text={t('unusable')} /> : null}
      {isManaged ? null : <Button type="submit">{t('use')}</Button>}
      <span role="status">{outcome === 'used' ? t('used') : null}</span>
    </form>
  )
}
