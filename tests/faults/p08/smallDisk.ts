/** A real disk of a few megabytes that can be filled up, where the machine lets us make one. */
import { execFileSync } from 'node:child_process'
import { closeSync, openSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'

export interface SmallDisk {
  readonly folder: string
  fill(): void
  free(): void
  remove(): void
}

/** Or the sentence that says why there is none. */
export const mountSmallDisk = (folder: string, megabytes: number): SmallDisk | string => {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder], { stdio: 'ignore' })
  } catch {
    return 'no small disk can be mounted here (it takes Linux and root), so the errors are raised by the driver only'
  }
  const filler = join(folder, 'filler')
  return {
    folder,
    fill: () => {
      const descriptor = openSync(filler, 'a')
      try {
        for (const piece of [1024 * 1024, 4096, 1]) fillWith(descriptor, Buffer.alloc(piece))
      } finally {
        closeSync(descriptor)
      }
    },
    free: () => {
      rmSync(filler)
    },
    remove: () => {
      execFileSync('umount', ['--lazy', folder])
    },
  }
}

const fillWith = (descriptor: number, piece: Buffer): void => {
  for (;;) {
    try {
      if (writeSync(descriptor, piece) < piece.length) return
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOSPC') return
      throw error
    }
  }
}
