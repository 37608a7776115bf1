export { NetworkDialog } from './NetworkDialog.tsx'
export { NetworkForm } from './NetworkForm.tsx'
export { ProxyQuestion } from './ProxyQuestion.tsx'
