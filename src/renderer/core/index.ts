export { connectCore } from './connectCore.ts'
export { CoreProvider } from './CoreProvider.tsx'
export { useFormDraft } from './useFormDraft.ts'
export { forgetAgent, forgetWithAgent, keepBeforeLeaving } from './leaving.ts'
export { keepInTab, readInTab } from './keptInTab.ts'
export { keepOpen, useKeptOpen, useKeptOpenOf } from './keptOpen.ts'
export type { RemoteClient } from './remoteClient.ts'
export {
  useAnswered,
  useAsk,
  useAskAhead,
  useAskFor,
  useConnection,
  useOwnership,
  useQuery,
  useQueryPart,
  useRun,
  type AllAnswered,
  type Question,
} from './useQuery.ts'
