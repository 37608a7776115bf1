import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Folders of one run, removed together at its end. */
export interface Folders {
  fresh(name: string): string
  copyOf(folder: string): string
  remove(): void
}

export const createFolders = (): Folders => {
  const root = mkdtempSync(join(tmpdir(), 'foyer-faults-'))
  let number = 0
  const fresh = (name: string): string => {
    number += 1
    return mkdtempSync(join(root, `${number}-${name}-`))
  }
  return {
    fresh,
    copyOf: (folder) => {
      const copy = fresh('copy')
      cpSync(folder, copy, { recursive: true })
      return copy
    },
    remove: () => {
      rmSync(root, { recursive: true, force: true })
    },
  }
}
