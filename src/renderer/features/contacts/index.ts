export { ContactsButton } from './ContactsButton.tsx'
export { ContactsPanel } from './ContactsPanel.tsx'
export { FavoriteMenu } from './FavoriteMenu.tsx'
export { StarButton } from './StarButton.tsx'
