import { useRef, useState } from 'react'

import type { GroupId, ReceptionGroup } from '../../../../protocol/model/index.ts'
import { useRun } from '../../../core/index.ts'
import { useErrorText } from '../../../i18n/index.ts'
import { argsOf, type GroupForm } from './form.ts'

export interface SaveGroup {
  readonly busy: boolean
  readonly failure: string | null
  /** Somebody else saved first. */
  readonly conflict: boolean
  /** `seen`: the group the form began with, null for a new one. */
  readonly save: (form: GroupForm, seen: ReceptionGroup | null) => Promise<void>
  readonly forget: () => void
}

export const useSaveGroup = (onSaved: () => void): SaveGroup => {
  const run = useRun()
  const errorText = useErrorText()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<{ readonly text: string; readonly conflict: boolean } | null>(null)
  // The same for every try: a save whose answer was lost does not make a second group.
  const newId = useRef<GroupId>(undefined)
  return {
    busy,
    failure: failure?.text ?? null,
    conflict: failure?.conflict ?? false,
    save: async (form, seen) => {
      newId.current ??= crypto.randomUUID() as GroupId
      setBusy(true)
      setFailure(null)
      const answer = await run('group.save', argsOf(form, seen?.id ?? newId.current, seen?.version ?? null))
      setBusy(false)
      if (answer.ok) onSaved()
      else setFailure({ text: errorText(answer.code, answer.details), conflict: answer.code === 'conflict' })
    },
    forget: () => {
      setFailure(null)
    },
  }
}
