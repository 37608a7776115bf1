import { useState } from 'react'

import type { ConversationId } from '../../../protocol/model/index.ts'
import { useAction } from '../actions/index.ts'
import { ChatDialog } from './ChatDialog.tsx'

/** Begins a chat with colleagues, from the palette or the address book. */
export const NewChat = ({ onOpen }: { readonly onOpen: (id: ConversationId) => void }) => {
  const [open, setOpen] = useState(false)
  useAction('newChat', () => {
    setOpen(true)
  })
  return open ? (
    <ChatDialog
      chat={null}
      onOpen={onOpen}
      onClose={() => {
        setOpen(false)
      }}
    />
  ) : null
}
