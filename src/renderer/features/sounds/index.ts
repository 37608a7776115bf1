export { QUIET_TIMES } from './quiet.ts'
export { SoundRows } from './SoundRows.tsx'
export { Sounds } from './Sounds.tsx'
export { useQuiet } from './useQuiet.ts'
