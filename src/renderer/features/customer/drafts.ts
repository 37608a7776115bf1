import { create } from 'zustand'

import { forgetWithAgent } from '../../core/index.ts'

/** What stands in a field and is not saved; `base`: what was there when it was begun. */
export interface FieldDraft {
  readonly text: string
  readonly base: string
}

/** By customer and field: whoever opens another conversation finds it again when they come back (R-03-125). */
const useDrafts = create<Readonly<Record<string, FieldDraft>>>()(() => ({}))

forgetWithAgent(() => {
  useDrafts.setState({}, true)
})

/** The draft of one field, and how to put another one there; null takes it away. */
export const useFieldDraft = (
  id: string,
): readonly [draft: FieldDraft | null, put: (draft: FieldDraft | null) => void] => {
  const draft = useDrafts((drafts) => drafts[id] ?? null)
  return [
    draft,
    (next) => {
      useDrafts.setState(({ [id]: _former, ...others }) => (next ? { ...others, [id]: next } : others), true)
    },
  ]
}
