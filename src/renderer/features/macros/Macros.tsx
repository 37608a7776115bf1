import { useEffect, useRef } from 'react'

import type { ConversationId, Macro, QuickReply } from '../../../protocol/model/index.ts'
import { useQuery } from '../../core/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { runAction, tell, useAction, whenPossible } from '../actions/index.ts'
import { useAgentSetting } from '../settings/index.ts'
import { runSteps } from './runSteps.ts'
import { useStepText } from './useStepText.ts'

export interface MacrosProps {
  readonly openId: ConversationId | null
  /** Null: nothing is open to put it into. */
  readonly onQuickReply: ((reply: QuickReply) => void) | null
}

/** What a step before may take until the next one is possible, and a message until it is on its way. */
const PATIENCE_MS = 2000
/** What a step before has changed is shown first: the next one acts on what is seen. */
const SHOWN_MS = 50

/** Offers each macro as an action of its own; it shows nothing. */
export const Macros = (props: MacrosProps) => {
  const { value: macros } = useAgentSetting('macros')
  return macros.map((macro) => <MacroAction key={macro.id} macro={macro} {...props} />)
}

const MacroAction = ({ macro, openId, onQuickReply }: MacrosProps & { readonly macro: Macro }) => {
  const { t } = useTranslation('actions')
  const replies = useQuery('quick-replies.list', {}) ?? []
  const textOf = useStepText()
  const latest = useRef(openId)
  useEffect(() => {
    latest.current = openId
  }, [openId])
  const run = async (): Promise<void> => {
    const stopped = await runSteps(macro.steps, {
      isHere: () => latest.current === openId,
      ready: async (name) => {
        await delay(SHOWN_MS)
        return whenPossible(name, PATIENCE_MS)
      },
      run: runAction,
      // What was sent leaves an empty field, from which nothing can be sent.
      done: async (name) => name !== 'send' || whenPossible('send', PATIENCE_MS, true),
      insert: (id) => {
        const reply = replies.find((one) => one.id === id)
        if (!reply || !onQuickReply) return false
        onQuickReply(reply)
        return true
      },
    })
    if (stopped) tell(t('macros.stopped', { name: macro.name, step: textOf(stopped) }))
  }
  useAction(`macro:${macro.id}`, () => {
    void run()
  })
  return null
}

const delay = async (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms)
  })
