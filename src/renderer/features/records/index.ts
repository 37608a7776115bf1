export { RecordsDoor } from './RecordsDoor.tsx'
export { RecordsPanel } from './RecordsPanel.tsx'
