import { Monitor, Smartphone } from 'lucide-react'
import { useCallback, useEffect, useState } from 'react'

import type { DeviceId } from '../../../protocol/model/index.ts'
import type { OwnDevice } from '../../../protocol/wire/index.ts'
import { useRun } from '../../core/index.ts'
import { useErrorText } from '../../i18n/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { Button, ErrorLine, fullTime, RelativeTime, Skeleton, useLanguage } from '../../ui/index.ts'

/** Where the agent is signed in; one of them or all others can be signed out (R-03-153). */
export const Devices = () => {
  const { t } = useTranslation('settings')
  const run = useRun()
  const errorText = useErrorText()
  const language = useLanguage()
  const [devices, setDevices] = useState<readonly OwnDevice[] | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const load = useCallback(async (): Promise<void> => {
    const answer = await run('device.list', {})
    if (answer.ok) setDevices(answer.value.devices)
    setFailure(answer.ok ? null : errorText(answer.code, answer.details))
    // oxlint-disable-next-line react/exhaustive-deps -- the sentence is made in the language of the moment
  }, [run])
  useEffect(() => {
    void load()
  }, [load])
  const signOut = async (deviceId: DeviceId | null): Promise<void> => {
    const answer = await run('device.sign-out', { deviceId })
    if (answer.ok) await load()
    else setFailure(errorText(answer.code, answer.details))
  }
  const others = devices?.filter(({ here }) => !here) ?? []
  return (
    <section className="fy-own-account" data-setting="devices" aria-labelledby="fy-own-devices">
      <h4 id="fy-own-devices">{t('own.security.devices')}</h4>
      {devices === null && failure === null ? <Skeleton rows={2} rowHeight={48} /> : null}
      <ul className="fy-own-devices">
        {devices?.map((device) => {
          const { id, kind, name, since, lastUsedAt, here } = device
          const called = name || t('devices.unnamed')
          return (
            <li key={id}>
              {kind === 'mobile' ? <Smartphone aria-hidden="true" /> : <Monitor aria-hidden="true" />}
              <span className="fy-own-device">
                <span className="fy-cut">{called}</span>
                <span className="fy-secondary">
                  {t('devices.since', { time: fullTime(since, language) })}
                  {' · '}
                  {here ? (
                    t('devices.here')
                  ) : (
                    <>
                      {t('devices.lastUsed')} <RelativeTime at={lastUsedAt} />
                    </>
                  )}
                </span>
              </span>
              {here ? null : (
                <Button
                  aria-label={t('devices.signOutNamed', { name: called })}
                  onClick={() => {
                    void signOut(id)
                  }}
                >
                  {t('devices.signOut')}
                </Button>
              )}
            </li>
          )
        })}
      </ul>
      {failure === null ? null : (
        <ErrorLine text={failure}>
          <Button
            onClick={() => {
              void load()
            }}
          >
            {t('devices.again')}
          </Button>
        </ErrorLine>
      )}
      {others.length > 1 ? (
        <div>
          <Button
            kind="danger"
            onClick={() => {
              void signOut(null)
            }}
          >
            {t('devices.signOutOthers')}
          </Button>
        </div>
      ) : null}
    </section>
  )
}
