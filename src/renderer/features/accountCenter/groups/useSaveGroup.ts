import { useRef } from 'react'

import type { GroupId, ReceptionGroup } from '../../../../protocol/model/index.ts'
import { useRun } from '../../../core/index.ts'
import { useSave, type Save } from '../useSave.ts'
import { argsOf, type GroupForm } from './form.ts'

export interface SaveGroup extends Omit<Save, 'attempt'> {
  /** `seen`: the group the form began with, null for a new one. */
  readonly save: (form: GroupForm, seen: ReceptionGroup | null) => Promise<void>
}

export const useSaveGroup = (onSaved: () => void): SaveGroup => {
  const run = useRun()
  const { attempt, ...state } = useSave()
  // The same for every try: a save whose answer was lost does not make a second group.
  const newId = useRef<GroupId>(undefined)
  return {
    ...state,
    save: async (form, seen) => {
      newId.current ??= crypto.randomUUID() as GroupId
      const args = argsOf(form, seen?.id ?? newId.current, seen?.version ?? null)
      if (await attempt(run('group.save', args))) onSaved()
    },
  }
}
