import { createEntry, type Entry, type EntryOptions } from './entry.ts'
import { createInvitations } from './invitations.ts'
import { pageLanguage } from './page.ts'
import { createVisit } from './visit.ts'

/** An entry on a page that tells who is there and shows invitations. */
export interface VisitedEntry extends Entry {
  /** The visitor was asked, and agreed to be seen (R-18-046). */
  consent(): void
}

export const createVisitedEntry = (options: EntryOptions & { readonly consent: boolean }): VisitedEntry => {
  const entry = createEntry({ ...options, visitKey: () => visit.key() })
  const popup = createInvitations(options.server, pageLanguage(), entry.host)
  const visit = createVisit({
    ...options,
    onOpen: () => {
      popup.hide()
      entry.open()
    },
    onInvitation: (invitation) => {
      popup.show(invitation, {
        answer: async (accepted, elsewhere) => visit.answer(invitation.id, accepted, elsewhere),
        open: entry.open,
        key: visit.key,
      })
    },
  })
  return {
    ...entry,
    consent: visit.consent,
    shutdown: () => {
      popup.hide()
      visit.stop()
      entry.shutdown()
    },
  }
}
