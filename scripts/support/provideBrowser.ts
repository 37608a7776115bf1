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

const installByApt = (say: (sentence: string) => void): void => {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return
  say('Installing Chromium with apt …')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit', env })
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], {
    stdio: 'inherit',
    env,
  })
}

const ADVICE =
  'There is no browser for the tests: install Chromium, Chrome or Edge, or name one with FOYER_CHROMIUM=/path.'

/** The path of a browser that runs, or a sentence in `problem`. */
export const provideBrowser = async (
  say: (sentence: string) => void,
): Promise<{ readonly path: string } | { readonly problem: string }> => {
  try {
    const present = find()
    if (present !== undefined && runs(present)) return { path: present }
    say('Downloading a browser for the tests (once, about 180 MB) …')
    await runNode([toolPath('playwright', 'playwright'), 'install', 'chromium'])
    const downloaded = find()
    if (downloaded !== undefined && runs(downloaded)) return { path: downloaded }
    installByApt(say)
    // By its own path: Playwright's, which does not run here, would be found first.
    const installed = ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find(existsSync)
    return installed !== undefined && runs(installed) ? { path: installed } : { problem: ADVICE }
  } catch (error) {
    return { problem: error instanceof Error ? error.message : ADVICE }
  }
}
