/**
 * React with its compiler, which remembers what it has compiled.
 *
 * The compiler takes nine tenths of a build, and the workbench is built for the browser, for the desktop and for the gallery
 * of the tests from the same files. What it made of a file is kept beside the other results of building, one entry for each
 * file, and used again while the file, the packages and these lines are the same.
 */
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'

import babel from '@rolldown/plugin-babel'
import react, { reactCompilerPreset } from '@vitejs/plugin-react'
import type { PluginOption } from 'vite'

/** `root` is the folder of the repository: where this file lies is not known any more in a configuration that was bundled. */
export const compiledReact = (root: string): PluginOption[] => [
  react(),
  remembering(babel({ presets: [reactCompilerPreset()] }), root),
]

type Compiler = Awaited<ReturnType<typeof babel>>

const remembering = async (compiler: Promise<Compiler>, root: string): Promise<Compiler> => {
  const plugin = await compiler
  const { transform } = plugin
  if (typeof transform !== 'object') throw new Error('the plugin of the compiler has another shape now')
  const compile = transform.handler
  const tools = hashOf(
    readFileSync(join(root, 'package-lock.json')),
    readFileSync(join(root, 'build/compiledReact.ts')),
  )
  const store = join(root, 'out/compile-cache/react')
  mkdirSync(store, { recursive: true })
  transform.handler = async function remember(code, id, options) {
    const path = relative(root, id).replaceAll('\\', '/')
    const file = join(store, hashOf(path))
    const key = hashOf(tools, path, code)
    const known = entryIn(file)
    if (known?.key === key) return known.result
    const made = await compile.call(this, code, id, options)
    if (!hasCode(made)) return made
    const result = { code: made.code, map: made.map ? JSON.stringify(made.map) : null }
    keep(file, { key, result })
    return result
  }
  return plugin
}

type Compiled = { readonly code: string; readonly map: string | null }
type Entry = { readonly key: string; readonly result: Compiled }

const hashOf = (...parts: readonly (string | Buffer)[]): string => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(`${part.length}\n`).update(part)
  return hash.digest('hex')
}

const hasCode = (made: unknown): made is { readonly code: string; readonly map?: unknown } =>
  typeof made === 'object' && made !== null && 'code' in made && typeof made.code === 'string'

const entryIn = (file: string): Entry | undefined => {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Entry
  } catch {
    return undefined
  }
}

/** Two builds may run at once: each writes under a name of its own first. */
const keep = (file: string, entry: Entry): void => {
  const draft = `${file}.${process.pid}`
  writeFileSync(draft, JSON.stringify(entry))
  renameSync(draft, file)
}
