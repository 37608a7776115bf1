import { useEffect, useEffectEvent } from 'react'

import type { ConversationId, QuickReply } from '../../../protocol/model/index.ts'
import { useHanded } from './store.ts'
import type { Writing } from './useWriting.ts'

export interface HandedOverOptions {
  readonly writing: Writing
  /** With what is known of the conversation. */
  readonly fill: (text: string) => string
  readonly onText: (text: string) => void
  readonly onReply: (reply: QuickReply) => void
  /** All of it is there. */
  readonly onEnd: () => void
}

/** Puts behind what is written what other places hand to the composer of this conversation, also before it was there. */
export const useHandedOver = (conversationId: ConversationId, options: HandedOverOptions): void => {
  const { writing, fill, onText, onReply, onEnd } = options
  const take = useEffectEvent((): void => {
    const { handed } = useHanded.getState()
    if (handed?.conversationId !== conversationId) return
    useHanded.setState({ handed: null })
    const { text, tray } = writing
    const words = fill(handed.text)
    const { quote, reply } = handed
    if (quote) writing.change((before) => ({ quote: words ? (before.quote ?? quote) : quote }))
    if (words) onText(text.trim() === '' ? words : `${text}\n${words}`)
    const ofDevice = handed.files.filter((file) => file instanceof File)
    const ofServer = handed.files.flatMap((file) => (file instanceof File ? [] : [file]))
    if (ofDevice.length > 0) tray.attach(ofDevice)
    if (ofServer.length > 0) tray.attachStored(ofServer)
    if (reply) onReply(reply)
    onEnd()
  })
  useEffect(() => {
    take()
    return useHanded.subscribe(() => {
      take()
    })
  }, [])
}
