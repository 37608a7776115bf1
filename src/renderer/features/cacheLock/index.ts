export { CacheChoice } from './CacheChoice.tsx'
export { CacheProtectionSetting } from './CacheProtectionSetting.tsx'
export { UnlockPage } from './UnlockPage.tsx'
