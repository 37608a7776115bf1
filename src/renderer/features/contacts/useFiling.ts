import { useState } from 'react'

import type { Result } from '../../../base/result.ts'
import type { ContactGroupId, CustomerId } from '../../../protocol/model/index.ts'
import { useRun } from '../../core/index.ts'
import { useErrorText } from '../../i18n/index.ts'
import type { Starrable } from './starred.ts'

/** Files contacts of the own address book. */
export const useFiling = () => {
  const run = useRun()
  const errorText = useErrorText()
  const [failure, setFailure] = useState<{ readonly text: string; readonly full: boolean } | null>(null)
  const settled = (answer: Result<unknown>): boolean => {
    setFailure(
      answer.ok
        ? null
        : { text: errorText(answer.code, answer.details), full: answer.code === 'too-many-favorites' },
    )
    return answer.ok
  }
  return {
    failure,
    dismiss: () => {
      setFailure(null)
    },
    fileFriend: async (customerId: CustomerId, groupId: ContactGroupId | null): Promise<boolean> =>
      settled(await run('contact.file', { list: 'friends', customerId, groupId })),
    star: async (who: Starrable, groupId: ContactGroupId | null): Promise<boolean> =>
      settled(
        'agentId' in who
          ? await run('colleague.star', { agentId: who.agentId, groupId })
          : await run('contact.file', { list: 'favorites', customerId: who.customerId, groupId }),
      ),
    unstar: async (who: Starrable): Promise<boolean> =>
      settled(
        'agentId' in who
          ? await run('colleague.unstar', { agentId: who.agentId })
          : await run('contact.remove', { customerId: who.customerId }),
      ),
  }
}
