export { ScheduleButton } from './ScheduleButton.tsx'
export { ScheduledList } from './ScheduledList.tsx'
export { ScheduledTodos } from './ScheduledTodos.tsx'
