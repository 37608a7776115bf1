export { AccountCenter } from './AccountCenter.tsx'
export { openAccountCenter, useAccountCenterAddress } from './address.ts'
export { pagesFor } from './pages.ts'
