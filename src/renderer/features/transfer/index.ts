export { TargetPicker } from './TargetPicker.tsx'
export { TransferDialog } from './TransferDialog.tsx'
export { transferableOf } from './transferable.ts'
export { useTargetRows } from './useTargetRows.ts'
