export { PoolButton } from './PoolButton.tsx'
export { PoolPanel } from './PoolPanel.tsx'
export type { AcceptEntry } from './useAccept.ts'
export { useAcceptNext } from './useAcceptNext.ts'
