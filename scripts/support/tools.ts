/**
 * Runs the programs that packages bring along.
 *
 * By their scripts and with this Node: the commands in `node_modules/.bin` are shell scripts on one system and
 * batch files on another, and would use whichever Node comes first in the path.
 */
import { spawn, type SpawnOptions } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The folder of the repository. */
export const ROOT: string = join(import.meta.dirname, '../..')

type Manifest = { readonly bin?: string | Readonly<Record<string, string>> }

/** The script behind a command of a package. */
export const toolPath = (packageName: string, command: string): string => {
  const folder = join(ROOT, 'node_modules', packageName)
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest
  const script = typeof manifest.bin === 'string' ? manifest.bin : manifest.bin?.[command]
  if (script === undefined) throw new Error(`The package ${packageName} has no command ${command}.`)
  return join(folder, script)
}

/** Runs a Node script to its end and answers its exit code; a signal that ended it counts as 1. */
export const runNode = (args: readonly string[], options: SpawnOptions = {}): Promise<number> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: ROOT, stdio: 'inherit', ...options })
    child.on('error', reject)
    child.on('close', (code) => resolve(code ?? 1))
  })
