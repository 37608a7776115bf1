export { Printing } from './Printing.tsx'
