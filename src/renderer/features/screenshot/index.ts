export { Screenshots } from './Screenshots.tsx'
