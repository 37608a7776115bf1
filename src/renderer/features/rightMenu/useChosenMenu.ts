import type { ConversationId } from '../../../protocol/model/index.ts'
import { useSetting } from '../settings/index.ts'
import { chosenIn, chosenWith, isMenuName, type MenuName } from './chosen.ts'

/** What the right side shows of a conversation; remembered for each of them on this device (R-03-116). */
export const useChosenMenu = (
  conversationId: ConversationId | null,
): readonly [MenuName, (name: MenuName) => void] => {
  const [kept] = useSetting('rightMenu')
  const choose = useChooseMenu()
  const chosen = conversationId === null ? undefined : chosenIn(kept)[conversationId]
  return [
    isMenuName(chosen) ? chosen : 'profile',
    (name) => {
      if (conversationId !== null) choose([conversationId], name)
    },
  ]
}

/** Chooses what the right side will show of conversations, open or not. */
export const useChooseMenu = (): ((ids: readonly ConversationId[], name: MenuName) => void) => {
  const [kept, keep] = useSetting('rightMenu')
  return (ids, name) => {
    keep(ids.reduce((chosen, id) => chosenWith(chosen, id, name), chosenIn(kept)))
  }
}
