/**
 * The desktop client of this machine: Electron's binary, fetched when it can be had.
 *
 * It comes from GitHub or from the mirror that ELECTRON_MIRROR names, not with the package; its checksum does. Many
 * networks cannot reach it, so a machine without it goes on in the browser.
 */
import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { ROOT, runNode, toolPath } from '../support/tools.ts'

const PACKAGE = join(ROOT, 'node_modules/electron')
const PROBE_TIMEOUT_MS = 4_000

/** The binary, or undefined when it is not installed. */
export const electronBinary = (): string | undefined => {
  const named = process.env['ELECTRON_EXEC_PATH']
  if (named) return existsSync(named) ? named : undefined
  const note = join(PACKAGE, 'path.txt')
  if (!existsSync(note)) return undefined
  const binary = join(
    process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(PACKAGE, 'dist'),
    readFileSync(note, 'utf8'),
  )
  return existsSync(binary) ? binary : undefined
}

/** Whether the place of the downloads answers at all. A dead network would keep the user waiting for minutes. */
const canDownload = async (): Promise<boolean> => {
  const source = process.env['ELECTRON_MIRROR'] ?? 'https://github.com/electron/electron/releases/'
  try {
    await fetch(source, { method: 'HEAD', signal: AbortSignal.timeout(PROBE_TIMEOUT_MS) })
    return true
  } catch {
    return false
  }
}

/** The binary, installed now when it was missing; undefined when it cannot be had. */
export const provideElectron = async (say: (sentence: string) => void): Promise<string | undefined> => {
  const present = electronBinary()
  if (present !== undefined) return present
  if (!(await canDownload())) return undefined
  say('Getting Electron for the desktop client (once, about 110 MB) …')
  const code = await runNode([toolPath('electron', 'install-electron')], {
    stdio: ['ignore', 'ignore', 'ignore'],
  })
  return code === 0 ? electronBinary() : undefined
}

/** Starts the desktop client signed in by a one-time address; resolves when it was closed. */
export const runDesktop = (binary: string, ticketUrl: string): Promise<void> =>
  new Promise((resolve) => {
    const root = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []
    const child = spawn(binary, [...root, ROOT], {
      cwd: ROOT,
      stdio: ['ignore', 'ignore', 'inherit'],
      // By the environment: arguments of a process can be read by every user of the machine.
      env: { ...process.env, FOYER_SIGN_IN_URL: ticketUrl },
    })
    child.once('error', () => resolve())
    child.once('exit', () => resolve())
  })
