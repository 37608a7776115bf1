export { PoolPanel } from './PoolPanel.tsx'
export { useAccept } from './useAccept.ts'
export { useDismissal } from './useDismissal.ts'
