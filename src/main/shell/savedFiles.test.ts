import { EventEmitter } from 'node:events'

import type { DownloadItem } from 'electron'
import { expect, it } from 'vitest'

import { createSavedFiles } from './savedFiles.ts'

type State = 'completed' | 'cancelled' | 'interrupted'

/** A download of this address that ends as it is told to. */
const downloadOf = (url: string, path: string) => {
  const events = new EventEmitter()
  const item = {
    getURL: () => url,
    getSavePath: () => path,
    once: events.once.bind(events),
  } as Pick<DownloadItem, 'getURL' | 'getSavePath' | 'once'>
  return { item, end: (state: State) => void events.emit('done', {}, state) }
}

it('R-06-052 (show in folder) a saved file of a message is shown where it lies, as long as it is there', () => {
  const told: (readonly string[])[] = []
  const shown: string[] = []
  const there = new Set(['/home/mia/offer.pdf'])
  const files = createSavedFiles({
    onNews: ({ fileIds }) => told.push(fileIds),
    exists: (path) => there.has(path),
    show: (path) => shown.push(path),
  })
  const begin = (url: string, path: string) => {
    const { item, end } = downloadOf(url, path)
    files.onDownload(item)
    return end
  }
  begin('app://foyer/files/org/f1?exp=1&sig=x', '/home/mia/offer.pdf')('completed')
  begin('app://foyer/files/org/f2?exp=1&sig=x', '/home/mia/other.pdf')('cancelled')
  begin('blob:app://foyer/1', '/home/mia/export.csv')('completed')
  expect(told).toEqual([['f1']])
  files.showInFolder('f1')
  files.showInFolder('f2')
  expect(shown).toEqual(['/home/mia/offer.pdf'])
  there.clear()
  files.showInFolder('f1')
  expect(shown).toHaveLength(1)
  expect(told.at(-1)).toEqual([])
})
