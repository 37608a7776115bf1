/** What this device keeps of what the server has, and may forget. */
export interface StorageQueries {
  /** How much is kept now. */
  'storage.usage': { args: Record<string, never>; result: StorageUsage }
  'cache-limits.get': { args: Record<string, never>; result: CacheLimits }
  /** A picture of a message as it is kept here; null: it has to be fetched. */
  'media.get': { args: { fileId: string }; result: { file: Blob | null } }
}

export interface StorageActions {
  /** Keeps a picture of a message that is on this device. */
  'media.keep': {
    args: { fileId: string; file: Blob }
    result: Record<string, never>
    code: 'disk-full' | 'too-large' | 'not-found'
  }
  /** Erases all pictures that are kept here. */
  'media.clear': { args: Record<string, never>; result: Record<string, never>; code: never }
  'cache-limits.save': { args: Partial<CacheLimits>; result: Record<string, never>; code: 'disk-full' }
}

export interface StorageUsage {
  readonly media: { readonly files: number; readonly bytes: number }
  readonly textBytes: number
}

/** How much may be kept here. */
export interface CacheLimits {
  readonly mediaBytes: number
  readonly textDays: number
}
