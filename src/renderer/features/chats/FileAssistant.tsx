import type { ConversationId } from '../../../protocol/model/index.ts'
import { useAction } from '../actions/index.ts'
import { useFileAssistant } from './useFileAssistant.ts'

/** Opens the file assistant, from the main menu or the palette (R-03-153). */
export const FileAssistant = ({ onOpen }: { readonly onOpen: (id: ConversationId) => void }) => {
  const find = useFileAssistant()
  useAction('fileAssistant', () => {
    void find().then((id) => {
      if (id !== null) onOpen(id)
    })
  })
  return null
}
