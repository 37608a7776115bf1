import { useEffect, useEffectEvent, useRef } from 'react'

import type { OpenView } from '../../../client/api.ts'
import { categoryOf, showCategory, useListArgs } from '../conversations/index.ts'
import { useWorkbench } from './store.ts'

/** What is opened from a note, the palette or a hit of the search is seen in the list too, in its own category. */
export const useReveal = (view: OpenView | null | undefined): void => {
  const openId = view?.conversation.id ?? null
  const { category, categories } = useListArgs()
  // After a reload the list is where the agent left it, whatever is open beside it.
  const revealed = useRef(useWorkbench.getState().openId)
  const reveal = useEffectEvent((): void => {
    if (!view || revealed.current === view.conversation.id) return
    revealed.current = view.conversation.id
    const home = categoryOf({ chat: 'customer' in view ? null : view.conversation.kind })
    if (category === home || category === 'all') return
    const shown = [home, 'all' as const].find((one) => categories.includes(one))
    if (shown) showCategory(shown)
  })
  useEffect(() => {
    reveal()
  }, [openId])
}
