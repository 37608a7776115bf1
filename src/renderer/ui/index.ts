export { Avatar } from './Avatar.tsx'
export { Button } from './Button.tsx'
export { contrast } from './contrast.ts'
export { Dialog } from './Dialog.tsx'
export { EmptyState } from './EmptyState.tsx'
export { ErrorLine } from './ErrorLine.tsx'
export { Field } from './Field.tsx'
export { Floating } from './Floating.tsx'
export { IconButton } from './IconButton.tsx'
export { LineField } from './LineField.tsx'
export { Menu, type MenuSection } from './Menu.tsx'
export { NoteField } from './NoteField.tsx'
export { Popover } from './Popover.tsx'
export { serverNow, setClockOffset, useNow } from './now.ts'
export { Segments } from './Segments.tsx'
export { Skeleton } from './Skeleton.tsx'
export { SplitLayout } from './SplitLayout.tsx'
export { paintTheme, ThemeProvider } from './ThemeProvider.tsx'
export {
  clockTime,
  dayName,
  daysAgo,
  duration,
  fullTime,
  sameDay,
  setTimeZone,
  startOfDay,
  type Language,
} from './time.ts'
export { RelativeTime, ShortTime, WaitingTime } from './Times.tsx'
export { UndoToast } from './UndoToast.tsx'
export { UnreadBadge } from './UnreadBadge.tsx'
export { useLanguage } from './useLanguage.ts'
export { plainLine, plainText } from './plainText.ts'
export { cssVariables, dark, light } from './tokens.ts'
