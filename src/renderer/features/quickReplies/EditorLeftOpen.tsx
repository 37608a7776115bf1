import { useState } from 'react'

import { useKeptOpen, useQuery } from '../../core/index.ts'
import { isOpenEditor, OPEN_EDITOR } from './openEditor.ts'
import { ReplyEditor } from './ReplyEditor.tsx'

/**
 * The editor of a quick reply that was open when the page was loaded again.
 *
 * The panel that it was opened from may be closed by now; one that is opened since stands in its own panel.
 */
export const EditorLeftOpen = () => {
  const [open, setOpen] = useKeptOpen(OPEN_EDITOR, (about) => (isOpenEditor(about) ? about : null))
  const [left] = useState(open)
  const replies = useQuery('quick-replies.list', {})
  if (!open || open !== left || !replies) return null
  const reply = replies.find(({ id }) => id === open.id) ?? null
  // It was deleted meanwhile.
  if (!reply && open.id !== null) return null
  return (
    <ReplyEditor
      reply={reply}
      library={open.library}
      onClose={() => {
        setOpen(null)
      }}
    />
  )
}
