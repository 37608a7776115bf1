export { NewBuild } from './NewBuild.tsx'
export { canCall, openOutside, useLinksOutside } from './outside.ts'
export { ShellNotice } from './ShellNotice.tsx'
export { linkToConversation } from './conversationLink.ts'
export {
  answerProxy,
  answerQuit,
  followLink,
  followShell,
  takePressed,
  takeWish,
  useShell,
} from './shellState.ts'
export { UpdateDialog } from './UpdateDialog.tsx'
export { useListPainted } from './useListPainted.ts'
export { useFollowLink } from './useFollowLink.ts'
export { useShellFrames } from './useShellFrames.ts'
export { useShellLanguage } from './useShellLanguage.ts'
