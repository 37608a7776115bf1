export {
  ACTION_AREAS,
  ACTION_NAMES,
  actionOf,
  isActionName,
  isMacro,
  type ActionName,
  type KeyedName,
} from './actions.ts'
export {
  holdersOf,
  keysOf,
  useKeyChoice,
  useKeyLabel,
  useKeyLabels,
  withKey,
  withUsualKeys,
  type KeyChoice,
  type SendKey,
} from './bindings.ts'
export { CheatSheet } from './CheatSheet.tsx'
export { combinationOf, isMac, keyProblem, labelOf } from './keys.ts'
export { useLayer } from './layers.ts'
export { runAction, useIsPossible, usePossibleActions, whenPossible } from './registry.ts'
export { offerUndo, tell, tellDone } from './undo.ts'
export { UndoToasts } from './UndoToasts.tsx'
export { useAction } from './useAction.ts'
export { useActionKeys } from './useActionKeys.ts'
export { useRunAloud } from './useRunAloud.ts'
