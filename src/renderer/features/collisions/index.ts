export { Collision } from './Collision.tsx'
export { useViewing } from './useViewing.ts'
