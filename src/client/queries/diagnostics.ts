import { readAgentSettings } from '../store/agentSettings.ts'
import { readFileSizes } from '../store/fileSizes.ts'
import type { QueryDefinition } from './definition.ts'

export const diagnosticQueries = {
  'diagnostics.get': {
    // It is asked once: a picture of one moment.
    topics: () => [],
    read: ({ store, clock, device, account, status, recentErrors }) => ({
      at: clock.now(),
      version: device.version,
      host: device.kind,
      connection: status(),
      accounts: account().remembered.length,
      files: readFileSizes(store),
      notices: account().notices,
      settings: Object.keys(readAgentSettings(store.cache)),
      errors: recentErrors(),
    }),
  },
} satisfies { 'diagnostics.get': QueryDefinition<'diagnostics.get'> }
