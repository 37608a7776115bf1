import type { InvitationSettings } from '../../../../protocol/model/index.ts'
import type { InvitationsForm } from './form.ts'

interface Kept {
  /** The settings the form began with. */
  readonly seen: InvitationSettings
  readonly form: InvitationsForm
}

let kept: Kept | null = null

/** What was changed and not saved when the page was left: nothing is lost by looking at another one. */
export const keptForm = (): Kept | null => kept

export const keepForm = (form: Kept | null): void => {
  kept = form
}
