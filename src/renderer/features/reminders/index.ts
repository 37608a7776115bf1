export { RemindButton } from './RemindButton.tsx'
export { TodosButton } from './TodosButton.tsx'
export { TodosPanel } from './TodosPanel.tsx'
