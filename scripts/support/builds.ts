/**
 * The builds of the product, each made again only when something it is made of has changed.
 *
 * Contents are compared, not times: after a `git clone`, a checkout or a copy all times are new.
 */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

import { ROOT, runNode, toolPath } from './tools.ts'

export type BuildName = 'web' | 'widget' | 'desktop'

type Build = {
  readonly what: string
  readonly inputs: readonly string[]
  /** Files that prove that the result is there. */
  readonly results: readonly string[]
  readonly commands: () => readonly (readonly string[])[]
}

const vite = (config: string): string[] => [
  toolPath('vite', 'vite'),
  'build',
  '--config',
  config,
  '--logLevel',
  'warn',
]

const RENDERER = [
  'src/base',
  'src/protocol',
  'src/domain',
  'src/client',
  'src/preload',
  'src/renderer',
  'assets',
]

export const BUILDS: Readonly<Record<BuildName, Build>> = {
  web: {
    what: 'the web workbench',
    inputs: [
      ...RENDERER,
      'build/compiledReact.ts',
      'build/scalableStyles.ts',
      'build/vite.web.config.ts',
      'package-lock.json',
    ],
    results: ['out/web/index.html'],
    commands: () => [vite('build/vite.web.config.ts')],
  },
  widget: {
    what: 'the chat widget',
    inputs: [
      'src/base',
      'src/protocol',
      'src/widget',
      'build/compressed.ts',
      'build/tightStyles.ts',
      'build/vite.widget.config.ts',
      'build/vite.widget-loader.config.ts',
      'build/vite.widget-invitation.config.ts',
      'package-lock.json',
    ],
    results: [
      'out/widget/foyer.js',
      'out/widget/foyer.js.br',
      'out/widget/foyer-invitation.js',
      'out/widget/frame/frame.html',
    ],
    commands: () => [
      vite('build/vite.widget.config.ts'),
      vite('build/vite.widget-loader.config.ts'),
      vite('build/vite.widget-invitation.config.ts'),
    ],
  },
  desktop: {
    what: 'the desktop client',
    inputs: [
      ...RENDERER,
      'src/main',
      'build/compiledReact.ts',
      'build/scalableStyles.ts',
      'electron.vite.config.ts',
      'package-lock.json',
    ],
    results: [
      'out/main/index.js',
      'out/main/clientHost.js',
      'out/preload/index.cjs',
      'out/renderer/index.html',
    ],
    commands: () => [[toolPath('electron-vite', 'electron-vite'), 'build', '--logLevel', 'warn']],
  },
}

const isTest = (name: string): boolean => /\.test\.tsx?$/u.test(name)

const filesOf = (path: string): string[] => {
  if (!existsSync(path)) return []
  if (statSync(path).isFile()) return [path]
  const names = readdirSync(path, { recursive: true, encoding: 'utf8' }).sort()
  return names
    .filter((name) => !isTest(name))
    .map((name) => join(path, name))
    .filter((file) => statSync(file).isFile())
}

/** A hash over the names and contents of everything in `inputs`, tests left out. */
export const hashOf = (root: string, inputs: readonly string[]): string => {
  const hash = createHash('sha256')
  for (const file of inputs.flatMap((input) => filesOf(join(root, input)))) {
    const content = readFileSync(file)
    hash.update(`${file.slice(root.length).replaceAll('\\', '/')}\n${content.length}\n`).update(content)
  }
  return hash.digest('hex')
}

const stampPath = (name: BuildName): string => join(ROOT, 'out/stamps', name)

const isFresh = (name: BuildName, hash: string): boolean =>
  existsSync(stampPath(name)) &&
  readFileSync(stampPath(name), 'utf8') === hash &&
  BUILDS[name].results.every((result) => existsSync(join(ROOT, result)))

/** Makes the named builds where they are stale; answers whether all of them are there now. */
export const buildIfChanged = async (
  names: readonly BuildName[],
  say: (sentence: string) => void,
): Promise<boolean> => {
  for (const name of names) {
    const { what, inputs, commands } = BUILDS[name]
    const hash = hashOf(ROOT, inputs)
    if (isFresh(name, hash)) continue
    say(`Building ${what} …`)
    const begun = performance.now()
    rmSync(stampPath(name), { force: true })
    for (const command of commands()) {
      const code = await runNode(command, { stdio: ['ignore', 'inherit', 'inherit'] })
      if (code !== 0) {
        say(`Building ${what} failed; the messages above say where.`)
        return false
      }
    }
    mkdirSync(dirname(stampPath(name)), { recursive: true })
    writeFileSync(stampPath(name), hash)
    say(`Built ${what} in ${((performance.now() - begun) / 1000).toFixed(1)} s.`)
  }
  return true
}
