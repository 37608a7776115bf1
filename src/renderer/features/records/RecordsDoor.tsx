import { useAction } from '../actions/index.ts'

/** The message manager is opened from the main menu and the palette (R-06-177); the bottom of the window has no place for it. */
export const RecordsDoor = ({ onClick }: { readonly onClick: () => void }) => {
  useAction('records', onClick)
  return null
}
