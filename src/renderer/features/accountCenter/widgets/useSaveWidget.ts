import { useRef } from 'react'

import type { Widget, WidgetId } from '../../../../protocol/model/index.ts'
import { useRun } from '../../../core/index.ts'
import { useSave, type Save } from '../useSave.ts'
import { argsOf, type WidgetForm } from './form.ts'

export interface SaveWidget extends Omit<Save, 'attempt'> {
  /** `seen`: the entry the form began with, null for a new one. */
  readonly save: (form: WidgetForm, seen: Widget | null) => Promise<void>
}

export const useSaveWidget = (onSaved: (widget: Widget) => void): SaveWidget => {
  const run = useRun()
  const { attempt, ...state } = useSave()
  // The same for every try: a save whose answer was lost does not make a second entry.
  const newId = useRef<WidgetId>(undefined)
  return {
    ...state,
    save: async (form, seen) => {
      newId.current ??= crypto.randomUUID() as WidgetId
      const args = argsOf(form, seen?.id ?? newId.current, seen?.version ?? null)
      const saved = args && (await attempt(run('widget.save', args)))
      if (saved) onSaved(saved.widget)
    },
  }
}
