import { useState } from 'react'

import type { Result } from '../../../base/result.ts'
import type { ContactGroupId, ContactList, CustomerId } from '../../../protocol/model/index.ts'
import { useRun } from '../../core/index.ts'
import { useErrorText } from '../../i18n/index.ts'

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
    file: async (
      list: ContactList,
      customerId: CustomerId,
      groupId: ContactGroupId | null,
    ): Promise<boolean> => settled(await run('contact.file', { list, customerId, groupId })),
    unstar: async (customerId: CustomerId): Promise<boolean> =>
      settled(await run('contact.remove', { customerId })),
  }
}
