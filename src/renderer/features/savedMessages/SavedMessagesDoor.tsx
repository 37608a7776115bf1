import { useAction } from '../actions/index.ts'

/** Favourites are opened from the main menu and the palette (R-06-177); the bottom of the window has no place for them. */
export const SavedMessagesDoor = ({ onClick }: { readonly onClick: () => void }) => {
  useAction('savedMessages', onClick)
  return null
}
