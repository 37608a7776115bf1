export { Arrivals } from './Arrivals.tsx'
export { useNewcomers } from './useNewcomers.ts'
