import { useState } from 'react'

import type { CustomerId } from '../../../protocol/model/index.ts'
import { useRun } from '../../core/index.ts'
import { useErrorText } from '../../i18n/index.ts'

/** Blocks and unblocks for oneself; `change` answers whether it was done. */
export const useBlocking = () => {
  const run = useRun()
  const errorText = useErrorText()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  const change = async (
    name: 'block-entry.add' | 'block-entry.remove',
    customerId: CustomerId,
  ): Promise<boolean> => {
    setBusy(true)
    const answer = await run(name, { customerId })
    setBusy(false)
    setFailure(answer.ok ? null : errorText(answer.code, answer.details))
    return answer.ok
  }
  return { change, busy, failure }
}
