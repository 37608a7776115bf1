/** Files of messages that were saved on this computer since the program started, and can be shown where they lie. */
export interface SavedFilesNews {
  readonly kind: 'files-saved'
  readonly fileIds: readonly string[]
}

/** Shows one of them in its folder. */
export interface SavedFilesMessage {
  readonly kind: 'file.show-in-folder'
  readonly fileId: string
}
