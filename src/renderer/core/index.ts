export { connectCore } from './connectCore.ts'
export { CoreProvider } from './CoreProvider.tsx'
export type { RemoteClient } from './remoteClient.ts'
export { useOwnership, useQuery, useRun } from './useQuery.ts'
