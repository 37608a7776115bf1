export { firstLook } from './lookMemory.ts'
export { isSystemDark, useLook } from './useLook.ts'
export { useSetting } from './useSetting.ts'
