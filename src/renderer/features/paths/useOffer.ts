import { useState } from 'react'

import type { OfferId } from '../../../protocol/model/index.ts'
import { useRun } from '../../core/index.ts'
import { useErrorText } from '../../i18n/index.ts'

/** Takes back a transfer that waits for the customer. */
export const useOffer = () => {
  const run = useRun()
  const errorText = useErrorText()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  return {
    busy,
    failure,
    cancel: async (offerId: OfferId): Promise<void> => {
      setBusy(true)
      const answer = await run('session.cancel-offer', { offerId })
      setBusy(false)
      setFailure(answer.ok ? null : errorText(answer.code, answer.details))
    },
  }
}
