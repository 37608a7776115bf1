export { BlockForMeDialog } from './BlockForMeDialog.tsx'
export { BlockListDialog } from './BlockListDialog.tsx'
