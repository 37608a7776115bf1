export { Announcer } from './Announcer.tsx'
export { StatusBar } from './StatusBar.tsx'
