/**
 * Finds a Chromium for tests, benchmarks and screenshots.
 *
 * Playwright's own cannot be downloaded everywhere (a firewall, an architecture without a build), while most
 * machines have a browser of the same family already.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** Arguments for a quiet browser that also starts as root and in a container. */
export const CHROMIUM_ARGS: string[] = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export type Machine = {
  readonly platform: NodeJS.Platform
  readonly env: Readonly<Record<string, string | undefined>>
  readonly exists: (path: string) => boolean
  /** Where Playwright would have put its own browser; undefined when it has none for this platform. */
  readonly playwrightPath: string | undefined
}

/**
 * Places where a system keeps Chromium, Chrome or Edge, the freest first. The one without windows does the same work in a
 * third of the time.
 */
const systemPaths = ({ platform, env }: Pick<Machine, 'platform' | 'env'>): string[] => {
  if (platform === 'darwin') {
    const names = ['Chromium', 'Google Chrome', 'Microsoft Edge']
    return names.map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`)
  }
  if (platform === 'win32') {
    const roots = [env['LOCALAPPDATA'], env['PROGRAMFILES'], env['PROGRAMFILES(X86)']]
    const programs = [
      'Chromium\\Application\\chrome.exe',
      'Google\\Chrome\\Application\\chrome.exe',
      'Microsoft\\Edge\\Application\\msedge.exe',
    ]
    return programs.flatMap((program) => roots.flatMap((root) => (root ? [join(root, program)] : [])))
  }
  return [
    '/usr/bin/chromium-headless-shell',
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/snap/bin/chromium',
    '/usr/bin/google-chrome',
    '/usr/bin/google-chrome-stable',
    '/opt/google/chrome/chrome',
    '/usr/bin/microsoft-edge',
    '/usr/bin/microsoft-edge-stable',
  ]
}

/** The browser to use, or undefined when this machine has none: by environment, Playwright's, the system's. */
export const findChromium = (machine: Machine): string | undefined => {
  const named = machine.env['FOYER_CHROMIUM']
  if (named) {
    if (!machine.exists(named)) throw new Error(`FOYER_CHROMIUM names ${named}, which does not exist.`)
    return named
  }
  const candidates = [machine.playwrightPath, ...systemPaths(machine)]
  return candidates.find((path) => path !== undefined && machine.exists(path))
}

/** This machine, with Playwright's own path as Playwright tells it. */
export const thisMachine = (playwrightPath: string | undefined): Machine => ({
  platform: process.platform,
  env: process.env,
  exists: existsSync,
  playwrightPath,
})
