export { ClosedPath } from './ClosedPath.tsx'
export { PathLine } from './PathLine.tsx'
export { PathsButton } from './PathsButton.tsx'
export { usePathState } from './usePathState.ts'
