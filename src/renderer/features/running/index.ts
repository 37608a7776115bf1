export { RunningButton } from './RunningButton.tsx'
export { RunningPanel } from './RunningPanel.tsx'
