import { useState } from 'react'

import { useAction } from '../actions/index.ts'
import { Palette } from './Palette.tsx'
import type { PaletteDoors } from './useEntries.ts'

/** One line to write into, from which everything can be reached; opened by its key. */
export const CommandPalette = (doors: PaletteDoors) => {
  const [open, setOpen] = useState(false)
  useAction('palette', () => {
    setOpen(!open)
  })
  return open ? (
    <Palette
      doors={doors}
      onClose={() => {
        setOpen(false)
      }}
    />
  ) : null
}
