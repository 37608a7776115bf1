export { PoolButton } from './PoolButton.tsx'
export { PoolPanel } from './PoolPanel.tsx'
export { useAcceptNext } from './useAcceptNext.ts'
