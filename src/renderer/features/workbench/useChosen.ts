import { useState, useSyncExternalStore } from 'react'

import type { ConversationId } from '../../../protocol/model/index.ts'
import { useAskFor } from '../../core/index.ts'
import { createChosen } from './chosen.ts'
import { useWorkbench } from './store.ts'
import { questionsOf } from './useOpened.ts'

/** The conversation that was chosen, from the moment on when the window shows it. */
export const useChosen = (): ConversationId | null => {
  const askFor = useAskFor()
  const [chosen] = useState(() =>
    createChosen({ get: () => useWorkbench.getState().openId, listen: useWorkbench.subscribe }, (id) =>
      askFor(questionsOf(id)),
    ),
  )
  return useSyncExternalStore(chosen.listen, chosen.get)
}
