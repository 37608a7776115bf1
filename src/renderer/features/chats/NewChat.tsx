import type { ConversationId } from '../../../protocol/model/index.ts'
import { useKeptOpen } from '../../core/index.ts'
import { useAction } from '../actions/index.ts'
import { ChatDialog } from './ChatDialog.tsx'

/** Begins a chat with colleagues, from the palette or the address book. */
export const NewChat = ({ onOpen }: { readonly onOpen: (id: ConversationId) => void }) => {
  const [open, setOpen] = useKeptOpen('new-chat', isOpen)
  useAction('newChat', () => {
    setOpen(true)
  })
  return open ? (
    <ChatDialog
      chat={null}
      onOpen={onOpen}
      onClose={() => {
        setOpen(null)
      }}
    />
  ) : null
}

/** It is about nothing in particular. */
const isOpen = (about: unknown): true | null => (about === true ? true : null)
