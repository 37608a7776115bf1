import { readCacheLimits } from '../store/cacheLimits.ts'
import { readCacheBytes } from '../store/fileSizes.ts'
import type { QueryDefinition } from './definition.ts'

/** It grows with each message. */
const USAGE_MS = 2000

export const storageQueries = {
  'storage.usage': {
    topics: () => ['storage', 'search-index', 'account'],
    everyMs: USAGE_MS,
    read: ({ store, media }) => ({
      media: media()?.usage() ?? { files: 0, bytes: 0 },
      textBytes: readCacheBytes(store.cache),
    }),
  },
  'cache-limits.get': {
    topics: () => ['setting:cache-limits', 'account'],
    read: ({ store, device }) => readCacheLimits(store.own, device.kind),
  },
  'media.get': {
    topics: ({ fileId }) => [`media:${fileId}`, 'account'],
    read: ({ media }, { fileId }) => ({ file: media()?.read(fileId) ?? null }),
  },
} satisfies {
  'storage.usage': QueryDefinition<'storage.usage'>
  'cache-limits.get': QueryDefinition<'cache-limits.get'>
  'media.get': QueryDefinition<'media.get'>
}
