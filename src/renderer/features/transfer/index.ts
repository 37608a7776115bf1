export { TargetPicker } from './TargetPicker.tsx'
export { TransferDialog } from './TransferDialog.tsx'
export { useTargetRows } from './useTargetRows.ts'
export { useTransferring } from './useTransferring.ts'
