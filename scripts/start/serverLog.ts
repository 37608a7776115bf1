/** The server's log of `npm start`: a file in the data folder, so that the terminal shows sentences only. */
import { createWriteStream, existsSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'

const LARGE = 10 * 1024 * 1024

export type ServerLog = {
  readonly path: string
  readonly write: (line: string) => void
  /** The last error that was logged, in the server's words. */
  readonly lastError: () => string | undefined
}

const ERROR_LEVEL = 50

/** The message of a line that logs an error. */
export const errorIn = (line: string): string | undefined => {
  try {
    const { level, msg, err } = JSON.parse(line) as {
      level?: number
      msg?: string
      err?: { message?: string }
    }
    return (level ?? 0) >= ERROR_LEVEL ? (err?.message ?? msg) : undefined
  } catch {
    return undefined
  }
}

export const openServerLog = (folder: string): ServerLog => {
  const path = join(folder, 'server.log')
  if (existsSync(path) && statSync(path).size > LARGE) renameSync(path, `${path}.1`)
  const stream = createWriteStream(path, { flags: 'a', mode: 0o600 })
  // A full disk shall not end the supervisor: the server itself refuses politely and goes on.
  stream.on('error', () => undefined)
  let lastError: string | undefined
  return {
    path,
    write: (line) => {
      lastError = errorIn(line) ?? lastError
      stream.write(`${line}\n`)
    },
    lastError: () => lastError,
  }
}
