export { VisitorsButton } from './VisitorsButton.tsx'
export { VisitorsPanel } from './VisitorsPanel.tsx'
