/** Remembers where files of messages were saved, so that they can be shown there (R-06-052). */
import type { DownloadItem } from 'electron'

import type { SavedFilesNews } from '../../preload/contract.ts'
import { serverFileOf } from '../app/assets.ts'

export interface SavedFiles {
  /** A page begins to save something. */
  onDownload(item: Pick<DownloadItem, 'getURL' | 'getSavePath' | 'once'>): void
  showInFolder(fileId: string): void
}

export interface SavedFilesPorts {
  readonly onNews: (news: SavedFilesNews) => void
  readonly exists: (path: string) => boolean
  readonly show: (path: string) => void
}

export const createSavedFiles = ({ onNews, exists, show }: SavedFilesPorts): SavedFiles => {
  const paths = new Map<string, string>()
  const tell = (): void => onNews({ kind: 'files-saved', fileIds: [...paths.keys()] })
  return {
    onDownload: (item) => {
      const fileId = fileIdOf(item.getURL())
      if (fileId === undefined) return
      item.once('done', (_event, state) => {
        if (state !== 'completed') return
        paths.set(fileId, item.getSavePath())
        tell()
      })
    },
    showInFolder: (fileId) => {
      const path = paths.get(fileId)
      if (path === undefined) return
      if (exists(path)) {
        show(path)
        return
      }
      // It was moved or deleted: there is nothing to show any more.
      paths.delete(fileId)
      tell()
    },
  }
}

/** The last part of an address of the server's files; undefined: it is another address. */
const fileIdOf = (url: string): string | undefined => serverFileOf(url)?.split('?')[0]?.split('/').at(-1)
