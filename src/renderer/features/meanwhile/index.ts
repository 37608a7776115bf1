export { Meanwhile } from './Meanwhile.tsx'
