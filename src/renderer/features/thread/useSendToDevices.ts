import type { Message } from '../../../protocol/model/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { tell, tellDone } from '../actions/index.ts'
import { useFileAssistant } from '../chats/index.ts'
import { useSendOn } from './useForward.ts'

/** Sends messages to oneself, and says how that went: the menu that led here is closed by then (R-06-177). */
export const useSendToDevices = (): ((messages: readonly Message[]) => Promise<void>) => {
  const { t } = useTranslation('thread')
  const fileAssistant = useFileAssistant()
  const sendOn = useSendOn()
  return async (messages) => {
    const id = await fileAssistant()
    if (id === null) return
    const failure = await sendOn(messages, [id])
    if (failure === null) tellDone(t('menu.sentToDevices'))
    else tell(failure)
  }
}
