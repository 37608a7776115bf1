import { useState } from 'react'

import type { OpenView } from '../../../client/api.ts'
import { useAction } from '../actions/index.ts'
import { PrintedThread } from './PrintedThread.tsx'

/** Prints the open conversation, or keeps it as what the system can print into, such as a PDF. */
export const Printing = ({ view }: { readonly view: OpenView | null }) => {
  const [isPrinting, setPrinting] = useState(false)
  useAction(
    'print',
    view && !isPrinting
      ? () => {
          setPrinting(true)
        }
      : null,
  )
  if (!view || !isPrinting) return null
  return (
    <PrintedThread
      key={view.conversation.id}
      view={view}
      onDone={() => {
        setPrinting(false)
      }}
    />
  )
}
