export { JumpToDate } from './JumpToDate.tsx'
export { HistoryPanel } from './HistoryPanel.tsx'
