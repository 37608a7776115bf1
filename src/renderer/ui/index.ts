export { Avatar } from './Avatar.tsx'
export { Button } from './Button.tsx'
export { CompletionList } from './CompletionList.tsx'
export { Dialog } from './Dialog.tsx'
export { EmptyState } from './EmptyState.tsx'
export { withCode } from './errorCodes.ts'
export { ErrorLine } from './ErrorLine.tsx'
export { Field } from './Field.tsx'
export { Floating } from './Floating.tsx'
export { IconButton, type IconButtonProps } from './IconButton.tsx'
export { instantOf, localText } from './localTime.ts'
export { LineButton } from './LineButton.tsx'
export { LineField } from './LineField.tsx'
export { Menu, type MenuSection } from './Menu.tsx'
export { ChoicesAt, MenuAt } from './MenuAt.tsx'
export { NameDialog } from './NameDialog.tsx'
export { NoteField } from './NoteField.tsx'
export { OrderedTicks } from './OrderedTicks.tsx'
export { OverlayPanel, OverlayReport } from './OverlayPanel.tsx'
export { OverlayTable, type OverlayRowProps } from './OverlayTable.tsx'
export { Popover } from './Popover.tsx'
export { serverNow, setClockOffset, useNow } from './now.ts'
export { saveFile } from './saveFile.ts'
export { SearchField } from './SearchField.tsx'
export { Segments } from './Segments.tsx'
export { Select } from './Select.tsx'
export { Skeleton } from './Skeleton.tsx'
export { SplitLayout } from './SplitLayout.tsx'
export { paintTheme, paletteOf, ThemeProvider, type Paint, type ThemeSides } from './ThemeProvider.tsx'
export { useSizes } from './sizes.ts'
export {
  clockTime,
  dateShown,
  dayName,
  daysAgo,
  dueTime,
  duration,
  fullTime,
  sameDay,
  setTimeZone,
  startOfDate,
  startOfDay,
  timeZoneShown,
  type Language,
} from './time.ts'
export { RelativeTime, ShortTime, WaitingTime } from './Times.tsx'
export { UnreadBadge } from './UnreadBadge.tsx'
export { noteFocus } from './noteFocus.ts'
export { useLanguage } from './useLanguage.ts'
export { useSteady } from './useSteady.ts'
export { plainLine, plainText } from './plainText.ts'
export { barVariables, SKINS } from './skins.ts'
export { cssVariables } from './tokens.ts'
export { useObjectUrl } from './useObjectUrl.ts'
