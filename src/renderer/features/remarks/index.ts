export { ContactName } from './ContactName.tsx'
export { RemarkDialog } from './RemarkDialog.tsx'
