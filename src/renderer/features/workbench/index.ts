export { QuitDialog } from './QuitDialog.tsx'
export { Workbench } from './Workbench.tsx'
