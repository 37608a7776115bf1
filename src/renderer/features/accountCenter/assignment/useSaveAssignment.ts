import { useState } from 'react'

import type { Organization } from '../../../../protocol/model/index.ts'
import { useRun } from '../../../core/index.ts'
import { useErrorText } from '../../../i18n/index.ts'
import { argsOf, type AssignmentForm } from './form.ts'

export interface SaveAssignment {
  readonly busy: boolean
  readonly failure: string | null
  /** Somebody else saved first. */
  readonly conflict: boolean
  /** Answers the organisation as it was saved; null: it was not. */
  readonly save: (form: AssignmentForm, seen: Organization) => Promise<Organization | null>
  readonly forget: () => void
}

export const useSaveAssignment = (): SaveAssignment => {
  const run = useRun()
  const errorText = useErrorText()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<{ readonly text: string; readonly conflict: boolean } | null>(null)
  return {
    busy,
    failure: failure?.text ?? null,
    conflict: failure?.conflict ?? false,
    save: async (form, seen) => {
      setBusy(true)
      setFailure(null)
      const answer = await run('reception.configure', argsOf(form, seen.version))
      setBusy(false)
      if (answer.ok) return answer.value.organization
      setFailure({ text: errorText(answer.code, answer.details), conflict: answer.code === 'conflict' })
      return null
    },
    forget: () => {
      setFailure(null)
    },
  }
}
