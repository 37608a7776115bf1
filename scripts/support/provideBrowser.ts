/** Finds a browser for the tests, or installs one; says what to do when neither works. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

import { chromium } from 'playwright'

import { findChromium, thisMachine } from '../../tests/support/browser.ts'
import { runNode, toolPath } from './tools.ts'

const find = (): string | undefined => findChromium(thisMachine(chromium.executablePath()))

/** Whether the browser can be started. On Linux a downloaded one may lack libraries of the system. */
const runs = (path: string): boolean =>
  process.platform !== 'linux' || spawnSync(path, ['--version'], { stdio: 'ignore' }).status === 0

/** As Debian names them, the faster one first. */
const PACKAGES = ['chromium-headless-shell', 'chromium']

const installByApt = (say: (sentence: string) => void): string | undefined => {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get'))
    return undefined
  say('Installing Chromium with apt …')
  const apt = (...args: readonly string[]): boolean =>
    spawnSync('apt-get', [...args, '-qq'], {
      stdio: 'inherit',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status === 0
  apt('update')
  const name = PACKAGES.find((each) => apt('install', '-y', '--no-install-recommends', each))
  return name && `/usr/bin/${name}`
}

const ADVICE =
  'There is no browser for the tests: install Chromium, Chrome or Edge, or name one with FOYER_CHROMIUM=/path.'

/** The path of a browser that runs, or a sentence in `problem`. */
export const provideBrowser = async (
  say: (sentence: string) => void,
): Promise<{ readonly path: string } | { readonly problem: string }> => {
  try {
    const present = find()
    if (present !== undefined && runs(present)) {
      // A runner that is thrown away afterwards is soon repaid for fetching the one that works in a third of the time.
      const isSlow = process.env['CI'] !== undefined && present === '/usr/bin/chromium'
      const faster = isSlow ? installByApt(say) : undefined
      return { path: faster !== undefined && runs(faster) ? faster : present }
    }
    say('Downloading a browser for the tests (once, about 180 MB) …')
    await runNode([toolPath('playwright', 'playwright'), 'install', 'chromium'])
    const downloaded = find()
    if (downloaded !== undefined && runs(downloaded)) return { path: downloaded }
    // By its own path: Playwright's, which does not run here, would be found first.
    const installed = installByApt(say)
    return installed !== undefined && runs(installed) ? { path: installed } : { problem: ADVICE }
  } catch (error) {
    return { problem: error instanceof Error ? error.message : ADVICE }
  }
}
