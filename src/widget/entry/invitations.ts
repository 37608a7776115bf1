import type { VisitAnswer } from '../../protocol/wire/index.ts'
import type { createPopup, Popup } from '../invitation/popup.ts'

/** What `foyer-invitation.js` has to offer. */
interface Module {
  readonly createPopup: typeof createPopup
}

/** Shows invitations; what draws them is fetched with the first one, so that a page without any carries none of it. */
export const createInvitations = (server: string, language: string, ours: Element): Popup => {
  let popup: Promise<Popup> | undefined
  let wanted: VisitAnswer['invitation']
  const load = async (): Promise<Popup> => {
    const module = (await import(/* @vite-ignore */ `${server}/foyer-invitation.js`)) as Module
    return module.createPopup(language, ours, server)
  }
  return {
    show: (invitation, actions) => {
      wanted = invitation
      popup ??= load()
      popup.then(
        (loaded) => {
          if (wanted === invitation) loaded.show(invitation, actions)
        },
        () => {
          // Without it nothing is shown; the next invitation tries again.
          popup = undefined
        },
      )
    },
    hide: () => {
      wanted = undefined
      void popup?.then((loaded) => {
        loaded.hide()
      })
    },
  }
}
