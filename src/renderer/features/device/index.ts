export { DevicePage } from './DevicePage.tsx'
