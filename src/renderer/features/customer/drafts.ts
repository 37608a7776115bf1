import { useFormDraft } from '../../core/index.ts'

/** What stands in a field and is not saved; `base`: what was there when it was begun. */
export interface FieldDraft {
  readonly text: string
  readonly base: string
}

const NOTHING: { readonly draft: FieldDraft | null } = { draft: null }

/**
 * The draft of one field, and how to put another one there; null takes it away.
 *
 * By customer and field: whoever opens another conversation finds it again when they come back (R-03-125).
 */
export const useFieldDraft = (
  id: string,
): readonly [draft: FieldDraft | null, put: (draft: FieldDraft | null) => void] => {
  const { values, change } = useFormDraft(`field ${id}`, NOTHING)
  return [
    values.draft,
    (draft) => {
      change({ draft })
    },
  ]
}
