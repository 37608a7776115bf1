import { useEffect, useEffectEvent, useState } from 'react'

import { useConnection } from '../../core/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { Button } from '../../ui/index.ts'
import { hasNewBuild } from './pageVersion.ts'

/**
 * In a browser: the server has a newer program than this page, until the person wants it (R-17-079).
 *
 * A server is given a new version by starting it again, so it is asked whenever the connection comes back.
 */
export const NewBuild = () => {
  const { t } = useTranslation('shell')
  const isConnected = useConnection() === 'connected'
  const [state, setState] = useState<'none' | 'offered' | 'later'>('none')
  const look = useEffectEvent(async () => {
    if (state !== 'offered' && (await hasNewBuild())) setState('offered')
  })
  useEffect(() => {
    // oxlint-disable-next-line react/set-state-in-effect -- set when the server has answered, not in the effect
    if (isConnected && !window.foyer) void look()
  }, [isConnected])
  return (
    <div role="status">
      {state === 'offered' ? (
        <p className="fy-notice fy-new-build">
          {t('newBuild.text')}
          <Button
            kind="quiet"
            onClick={() => {
              window.location.reload()
            }}
          >
            {t('newBuild.reload')}
          </Button>
          <Button
            kind="quiet"
            onClick={() => {
              setState('later')
            }}
          >
            {t('newBuild.later')}
          </Button>
        </p>
      ) : null}
    </div>
  )
}
