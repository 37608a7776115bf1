import { useAction, useLayer } from '../actions/index.ts'
import { focusSteps } from './focus.ts'
import { closeConversation, showProfile, useWorkbench } from './store.ts'

/** The keys that move the focus: to the next area, and with Esc one step back once nothing lies over the columns. */
export const useFocusKeys = (sheetOpen: boolean): void => {
  const { nextArea, focusList, focusComposer } = focusSteps
  useAction('nextArea', nextArea)
  useAction('back', () => {
    if (document.activeElement?.closest('[data-area="composer"]')) focusList()
    else if (useWorkbench.getState().openId !== null && document.activeElement?.closest('[data-area="list"]'))
      closeConversation()
    else focusComposer()
  })
  useLayer(sheetOpen ? closeProfile : null)
}

const closeProfile = (): void => {
  showProfile(false)
}
