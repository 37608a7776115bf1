export { Announcer } from './Announcer.tsx'
export { ConnectionState } from './ConnectionState.tsx'
export { StatusBar } from './StatusBar.tsx'
