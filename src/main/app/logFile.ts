/** The log of the program: two files of limited size, the older one being thrown away. It holds no text of messages. */
import { appendFile, mkdir, rename, stat } from 'node:fs/promises'
import { join } from 'node:path'

const LIMIT_BYTES = 2_000_000

export interface LogFile {
  /** Where it is, the older part first. */
  readonly files: readonly string[]
  write(lines: string): void
}

export const openLogFile = (folder: string): LogFile => {
  const file = join(folder, 'foyer.log')
  const older = join(folder, 'foyer.old.log')
  let bytes: number | undefined
  const append = async (lines: string): Promise<void> => {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    bytes ??= await stat(file).then(
      ({ size }) => size,
      () => 0,
    )
    if (bytes > LIMIT_BYTES) {
      await rename(file, older)
      bytes = 0
    }
    await appendFile(file, lines, { mode: 0o600 })
    bytes += Buffer.byteLength(lines)
  }
  let last = Promise.resolve()
  return {
    files: [older, file],
    write: (lines) => {
      // One after the other, so that lines stay in order; a log that cannot be written stops nothing.
      last = last.then(() => append(lines)).catch(() => undefined)
    },
  }
}
