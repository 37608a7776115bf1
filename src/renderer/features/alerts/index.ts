export { AlertHint } from './AlertHint.tsx'
export { Alerts } from './Alerts.tsx'
export { useShowAlert, useSystemSounds } from './show.ts'
export { alertsOf, audible, knownOf, type AlertDecision, type Known } from './decide.ts'
