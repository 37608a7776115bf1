import { useState } from 'react'

import type { Result } from '../../../base/result.ts'
import { useErrorText } from '../../i18n/index.ts'

export interface Save {
  readonly busy: boolean
  readonly failure: string | null
  /** Somebody else saved first. */
  readonly conflict: boolean
  /** Waits for the command; null: it was refused, and `failure` says why. */
  readonly attempt: <T>(command: Promise<Result<T>>) => Promise<T | null>
  readonly forget: () => void
}

/** Saving a form of the account center: under way, refused with a sentence, or met by somebody else's save. */
export const useSave = (): Save => {
  const errorText = useErrorText()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<{ readonly text: string; readonly conflict: boolean } | null>(null)
  return {
    busy,
    failure: failure?.text ?? null,
    conflict: failure?.conflict ?? false,
    attempt: async (command) => {
      setBusy(true)
      setFailure(null)
      const answer = await command
      setBusy(false)
      if (answer.ok) return answer.value
      setFailure({ text: errorText(answer.code, answer.details), conflict: answer.code === 'conflict' })
      return null
    },
    forget: () => {
      setFailure(null)
    },
  }
}
