/**
 * The folder of one server: its database, its files, its key, and the file by which the start command finds it.
 *
 * Two servers on one folder would each believe to be the only writer, so the second is refused.
 */
import { randomBytes } from 'node:crypto'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

import * as z from 'zod'

import { parseJson } from '../../base/parseJson.ts'

/** Something a person can put right; the message is the whole sentence. */
export class StartProblem extends Error {
  override readonly name = 'StartProblem'
}

const ControlFile = z.object({
  pid: z.int(),
  port: z.int(),
  url: z.string(),
  secret: z.string(),
  /** The demonstration shop, when there is one. */
  shopUrl: z.string().optional(),
  /** Where the demonstration shows what it would have sent. */
  outboxUrl: z.string().optional(),
})
export type ControlFile = z.infer<typeof ControlFile>

const KEY_BYTES = 32
const PRIVATE = 0o600

export interface DataFolder {
  readonly path: string
  /** Signs the addresses of files. */
  readonly key: Buffer
  /** What `writeMarks` wrote last; undefined: nothing, or nothing that can be read. */
  readMarks(): Promise<unknown>
  /** How far the histories are, outside the database. */
  writeMarks(marks: unknown): Promise<void>
  writeControl(control: ControlFile): Promise<void>
  removeControl(): Promise<void>
}

/** Creates the folder if it is missing and refuses one that is in use or cannot be written. */
export const openDataFolder = async (path: string): Promise<DataFolder> => {
  const controlPath = join(path, 'control.json')
  const marksPath = join(path, 'history.json')
  try {
    await makeFolder(path)
    await refuseIfRunning(path, controlPath)
    return {
      path,
      key: await readKey(join(path, 'server.key')),
      readMarks: async () => parseJson(await readFile(marksPath, 'utf8').catch(() => '')),
      writeMarks: async (marks) => writePrivate(marksPath, JSON.stringify(marks)),
      writeControl: async (control) => writePrivate(controlPath, JSON.stringify(control)),
      removeControl: async () => rm(controlPath, { force: true }),
    }
  } catch (error) {
    throw problemOf(error, path) ?? error
  }
}

/** Step by step: Node's own recursive way never ends where a folder exists and nothing can be made in it, as in /proc. */
const makeFolder = async (path: string): Promise<void> => {
  const make = async (): Promise<string | undefined> =>
    mkdir(path, { mode: 0o700 }).then(
      () => undefined,
      (error: NodeJS.ErrnoException) => {
        if (error.code === 'EEXIST') return undefined
        if (error.code === 'ENOENT' && dirname(path) !== path) return dirname(path)
        throw error
      },
    )
  const missing = await make()
  if (missing === undefined) return
  await makeFolder(missing)
  await mkdir(path, { mode: 0o700 })
}

const refuseIfRunning = async (path: string, controlPath: string): Promise<void> => {
  const text = await readFile(controlPath, 'utf8').catch(() => '')
  const control = ControlFile.safeParse(parseJson(text))
  if (!control.success || !isAlive(control.data.pid)) return
  const { url, pid } = control.data
  if (!(await answers(url))) return
  throw new StartProblem(`The data folder ${path} is in use by a server at ${url} (process ${pid}).`)
}

/** The process number alone proves nothing: after a restart of the machine another program may have it. */
const answers = async (url: string): Promise<boolean> => {
  try {
    const response = await fetch(`${url}/healthz`, { signal: AbortSignal.timeout(2_000) })
    return response.ok
  } catch {
    return false
  }
}

const isAlive = (pid: number): boolean => {
  if (pid === process.pid) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

const readKey = async (path: string): Promise<Buffer> => {
  const kept = await readFile(path).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  })
  if (kept?.length === KEY_BYTES) return kept
  const key = randomBytes(KEY_BYTES)
  await writePrivate(path, key)
  return key
}

/** Whole or not at all: a reader never finds half a file. */
const writePrivate = async (path: string, content: string | Buffer): Promise<void> => {
  const temporary = `${path}.new`
  await writeFile(temporary, content, { mode: PRIVATE })
  await rename(temporary, path)
}

/** The sentence for what a file system or a port may refuse; undefined: nothing a person could put right. */
export const problemOf = (error: unknown, path: string): StartProblem | undefined => {
  if (error instanceof StartProblem) return error
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
    case 'SQLITE_FULL':
      return new StartProblem(`There is no space left on the disk of ${path}.`)
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
    case 'SQLITE_READONLY':
    case 'SQLITE_CANTOPEN':
      return new StartProblem(`The data folder ${path} cannot be written by this user.`)
    case 'ENOENT':
      return new StartProblem(`The data folder ${path} cannot be made.`)
    case 'ENOTDIR':
    case 'EEXIST':
      return new StartProblem(`${path} is not a folder.`)
    case 'SQLITE_CORRUPT':
    case 'SQLITE_NOTADB':
      return new StartProblem(
        `The database in ${path} is damaged. Restore it from a backup; nothing was changed.`,
      )
    default:
      return undefined
  }
}
