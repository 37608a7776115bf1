export { ProfilePage } from './ProfilePage.tsx'
export { SecurityPage } from './SecurityPage.tsx'
