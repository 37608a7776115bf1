export { DiagnoseDialog } from './DiagnoseDialog.tsx'
