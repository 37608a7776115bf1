export { PoolPanel } from './PoolPanel.tsx'
export { useAccept } from './useAccept.ts'
