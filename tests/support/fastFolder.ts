import { mkdtempSync, rmSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A hundred tests at once fit into this. */
const ENOUGH_BYTES = 512 * 1024 * 1024

/**
 * A new folder in memory where the system has such a place, else in the usual one.
 *
 * The databases wait for the disk at every commit, as they should; a test of order and agreement has no use for that.
 * What is left in the end is removed, also after a test that failed: memory is not given back by itself. A process of tests
 * is ended without a word, so theirs lie in the folder of the whole run.
 */
export const makeFastFolder = (
  prefix: string,
  place = process.env.FOYER_TEST_FOLDER ?? fastPlace(),
): string => {
  const folder = mkdtempSync(join(place, prefix))
  if (folders.size === 0) process.once('exit', removeAll)
  folders.add(folder)
  return folder
}

const folders = new Set<string>()

const removeAll = (): void => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
}

/** Where there is memory for `bytes`, else where all temporary files are. */
export const fastPlace = (bytes = ENOUGH_BYTES): string => {
  try {
    const { bavail, bsize } = statfsSync('/dev/shm')
    return bavail * bsize >= bytes ? '/dev/shm' : tmpdir()
  } catch {
    return tmpdir()
  }
}
