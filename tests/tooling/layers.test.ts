/**
 * The import rules catch a planted wrong import of each kind.
 *
 * A rule that never fires looks exactly like a clean tree, so each one is shown a small tree with its fault.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

import { afterAll, beforeAll, expect, it } from 'vitest'

import { ROOT, toolPath } from '../../scripts/support/tools.ts'

/** What may be imported, and the files that do so rightly. */
const SOUND: Readonly<Record<string, string>> = {
  'src/base/sql.ts': 'export const sql = 1',
  'src/base/result.ts': 'export const ok = 1',
  'src/protocol/model/session.ts': "import '../../base/result.ts'\nexport const session = 1",
  'src/domain/rules.ts': "import '../protocol/model/session.ts'\nexport const rule = 1",
  'src/client/api.ts': 'export type ClientApi = { run: () => void }\nexport const made = 1',
  'src/client/index.ts': "import './store/sessions.ts'\nexport const createClient = 1",
  'src/client/store/sessions.ts': "import '../../base/sql.ts'\nexport const sessions = 1",
  'src/client/nodeHost/driver.ts': "import 'node:fs'\nimport 'better-sqlite3'\nexport const driver = 1",
  'src/client/worker/entry.ts': "import '@sqlite.org/sqlite-wasm'\nimport '../index.ts'",
  'src/server/app/main.ts': "import '../demo/seed.ts'\nimport 'fastify'\nimport 'node:http'",
  'src/server/demo/seed.ts': "import '../../domain/rules.ts'\nexport const seed = 1",
  'src/server/db/open.ts': "import 'better-sqlite3'\nimport '../../base/sql.ts'\nexport const open = 1",
  'src/preload/contract.ts': 'export type DesktopApi = { badge: number }\nexport const value = 1',
  'src/preload/index.ts':
    "import 'electron'\nimport type { ClientApi } from '../client/api.ts'\nexport type A = ClientApi",
  'src/main/index.ts':
    "import 'electron'\nimport type { DesktopApi } from '../preload/contract.ts'\nexport type D = DesktopApi",
  'src/main/clientHost/start.ts': "import 'better-sqlite3'\nimport '../../client/index.ts'",
  'src/renderer/features/messages/index.ts': "export { view } from './view.ts'",
  'src/renderer/features/messages/view.ts': "import '../reception/index.ts'\nexport const view = 1",
  'src/renderer/features/reception/index.ts': "export * from './pool.ts'",
  'src/renderer/features/reception/pool.ts':
    "import type { ClientApi } from '../../../client/api.ts'\nexport type C = ClientApi",
  'src/renderer/app/main.ts': "import '../features/messages/index.ts'\nimport '../ui/button.ts'",
  'src/renderer/ui/button.ts': 'export const button = 1',
  'src/widget/frame.ts': "import '../protocol/model/session.ts'",
  'tests/support/world.ts': 'export const world = 1',
}

/** Each fault: the rule that must catch it, the file, what it imports. */
const FAULTS: readonly (readonly [rule: string, file: string, imported: string])[] = [
  ['layer-base', 'src/base/x.ts', '../protocol/model/session.ts'],
  ['layer-protocol', 'src/protocol/x.ts', '../domain/rules.ts'],
  ['layer-domain', 'src/domain/x.ts', '../server/db/open.ts'],
  ['layer-client', 'src/client/x.ts', '../server/db/open.ts'],
  ['layer-server', 'src/server/x.ts', '../client/index.ts'],
  ['layer-main', 'src/main/x.ts', '../client/store/sessions.ts'],
  ['layer-main', 'src/main/y.ts', '../renderer/ui/button.ts'],
  ['layer-preload', 'src/preload/x.ts', '../client/index.ts'],
  ['layer-renderer', 'src/renderer/app/x.ts', '../../server/db/open.ts'],
  ['layer-renderer', 'src/renderer/app/y.ts', '../../client/store/sessions.ts'],
  ['layer-widget', 'src/widget/x.ts', '../domain/rules.ts'],
  ['every-file-has-a-layer', 'src/helpers/x.ts', '../base/result.ts'],
  ['types-only-across-the-bridge', 'src/renderer/app/api.ts', '../../client/api.ts'],
  ['types-only-across-the-bridge', 'src/main/contract.ts', '../preload/contract.ts'],
  ['feature-through-its-index', 'src/renderer/features/messages/x.ts', '../reception/pool.ts'],
  ['ui-kit-knows-no-feature', 'src/renderer/ui/x.ts', '../features/messages/index.ts'],
  ['demo-only-from-the-app', 'src/server/commands/x.ts', '../demo/seed.ts'],
  ['electron-in-the-shell', 'src/renderer/app/shell.ts', 'electron'],
  ['no-node-in-shared-code', 'src/domain/clock.ts', 'node:os'],
  ['no-node-in-shared-code', 'src/client/queries.ts', 'node:fs'],
  ['sqlite-drivers-in-hosts', 'src/client/store/x.ts', 'better-sqlite3'],
  ['sqlite-drivers-in-hosts', 'src/renderer/app/db.ts', '@sqlite.org/sqlite-wasm'],
  ['sql-in-stores', 'src/server/commands/y.ts', '../../base/sql.ts'],
  ['server-libraries-in-the-server', 'src/client/http.ts', 'fastify'],
  ['no-product-code-from-tests', 'src/server/commands/z.ts', '../../../tests/support/world.ts'],
  ['no-unresolvable', 'src/server/commands/u.ts', './nowhere.ts'],
]

type Cruise = {
  readonly summary: {
    readonly violations: readonly { readonly from: string; readonly rule: { readonly name: string } }[]
    readonly totalCruised: number
  }
}

let tree = ''

const write = (file: string, text: string): void => {
  mkdirSync(dirname(join(tree, file)), { recursive: true })
  writeFileSync(join(tree, file), `${text}\n`)
}

const cruise = (): Cruise => {
  const program = toolPath('dependency-cruiser', 'depcruise')
  const config = join(ROOT, '.dependency-cruiser.cjs')
  const result = spawnSync(process.execPath, [program, '--config', config, '--output-type', 'json', 'src'], {
    cwd: tree,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  return JSON.parse(result.stdout) as Cruise
}

beforeAll(() => {
  tree = realpathSync(mkdtempSync(join(tmpdir(), 'foyer-layers-')))
  symlinkSync(join(ROOT, 'node_modules'), join(tree, 'node_modules'), 'junction')
  write('tsconfig.json', '{ "compilerOptions": { "module": "esnext", "moduleResolution": "bundler" } }')
  for (const [file, text] of Object.entries(SOUND)) write(file, text)
})

afterAll(() => rmSync(tree, { recursive: true, force: true }))

it('a sound tree passes', () => {
  const { summary } = cruise()
  expect(summary.violations).toEqual([])
  expect(summary.totalCruised).toBeGreaterThan(Object.keys(SOUND).length - 2)
})

it('every planted wrong import is caught by the rule that is made for it', () => {
  for (const [, file, imported] of FAULTS) write(file, `import '${imported}'\nexport const x = 1`)
  write('src/domain/a.ts', "import { b } from './b.ts'\nexport const a = () => b")
  write('src/domain/b.ts', "import { a } from './a.ts'\nexport const b = () => a")

  const found = new Set(cruise().summary.violations.map(({ rule, from }) => `${rule.name} ${from}`))
  const expected = [...FAULTS.map(([rule, file]) => `${rule} ${file}`), 'no-cycles src/domain/a.ts']
  expect(expected.filter((fault) => !found.has(fault))).toEqual([])
})
