export { Macros } from './Macros.tsx'
export { misplacedStep, STEP_ACTIONS } from './steps.ts'
export { useStepText } from './useStepText.ts'
