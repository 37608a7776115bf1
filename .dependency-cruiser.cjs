// Who may import whom. Each folder of src/ may import itself and what is listed here; everything else is an error.
// The reasons stand in docs/architecture.md; tests/tooling/layers.test.ts proves that each rule catches its fault.

const mayImport = {
  base: [],
  protocol: ['base/'],
  domain: ['base/', 'protocol/'],
  client: ['base/', 'protocol/', 'domain/'],
  server: ['base/', 'protocol/', 'domain/'],
  main: ['base/', 'protocol/', 'client/index.ts', 'client/host/', 'preload/contract.ts'],
  preload: ['base/', 'client/api.ts'],
  renderer: ['base/', 'protocol/', 'domain/', 'client/api.ts', 'preload/contract.ts'],
  widget: ['base/', 'protocol/'],
}

const path = (entry) => '^src/' + entry.replaceAll('.', '\\.') + (entry.endsWith('/') ? '' : '$')

const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })

const layers = Object.entries(mayImport).map(([folder, allowed]) =>
  rule(
    `layer-${folder}`,
    `src/${folder} may import itself and ${allowed.join(', ') || 'nothing else'}`,
    { path: `^src/${folder}/` },
    { path: '^src/', pathNot: [`^src/${folder}/`, ...allowed.map(path)] },
  ),
)

module.exports = {
  forbidden: [
    ...layers,
    rule(
      'every-file-has-a-layer',
      'a file of src/ lies in one of the folders above',
      { path: `^src/(?!(?:${Object.keys(mayImport).join('|')})/)` },
      {},
    ),
    rule(
      'types-only-across-the-bridge',
      'what crosses a process is described by types; the code behind them stays on its side',
      { path: '^src/(?:main|preload|renderer)/' },
      { path: '^src/(?:client/api|preload/contract)\\.ts$', dependencyTypesNot: ['type-only'] },
    ),
    rule(
      'feature-through-its-index',
      'another feature is used through its one door',
      { path: '^src/renderer/features/([^/]+)/' },
      {
        path: '^src/renderer/features/([^/]+)/',
        pathNot: ['^src/renderer/features/$1/', '^src/renderer/features/[^/]+/index\\.tsx?$'],
      },
    ),
    rule(
      'ui-kit-knows-no-feature',
      'the design system can be used by every feature because it knows none',
      { path: '^src/renderer/ui/' },
      { path: '^src/renderer/(?:app|features|core)/' },
    ),
    rule(
      'demo-only-from-the-app',
      'demonstration data never becomes a part of the product: only the composition root may start it',
      { path: '^src/server/', pathNot: '^src/server/(?:app|demo)/' },
      { path: '^src/server/demo/' },
    ),
    rule(
      'electron-in-the-shell',
      'everything but the thin shell runs, and is tested, without Electron',
      { path: '^src/', pathNot: '^src/(?:main|preload)/' },
      { path: '(?:^|node_modules/)electron(?:/|$)' },
    ),
    rule(
      'no-node-in-shared-code',
      'shared code also runs in browsers and workers',
      { path: '^src/(?:base|protocol|domain|client|renderer|widget)/', pathNot: '^src/client/nodeHost/' },
      { dependencyTypes: ['core'] },
    ),
    rule(
      'sqlite-drivers-in-hosts',
      'a driver belongs to its host; everything else sees the port',
      { path: '^src/', pathNot: '^src/(?:main/clientHost|client/nodeHost|client/worker|server/db)/' },
      {
        path: '(?:^|node_modules/)(?:@types/)?(?:better-sqlite3(?:-multiple-ciphers)?|@sqlite\\.org/sqlite-wasm)(?:/|$)',
      },
    ),
    rule(
      'sql-in-stores',
      'SQL is written in the stores only',
      { path: '^src/', pathNot: '^src/(?:client/store|server/db)/' },
      { path: '^src/base/sql\\.ts$', dependencyTypesNot: ['type-only'] },
    ),
    rule(
      'server-libraries-in-the-server',
      'clients and shared code carry no server library',
      // The core of the desktop connects by Node itself: no other way takes a proxy (decision 0013).
      { path: '^src/', pathNot: '^src/(?:(?:server|client/nodeHost)/|main/clientHost/network\\.)' },
      {
        path: '(?:^|node_modules/)(?:@types/)?(?:fastify|@fastify|kysely|pg|ws|pino|prom-client|sharp|file-type)(?:/|$)',
      },
    ),
    rule(
      'no-product-code-from-tests',
      'the product never imports what was made for tests, scripts or benchmarks',
      { path: '^src/' },
      { path: '^(?:tests|scripts|bench)/' },
    ),
    rule(
      'no-cycles',
      'two files that need each other are one file, or need a third',
      { path: '^src/' },
      { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    ),
    rule(
      'no-unresolvable',
      'an import leads somewhere',
      { path: '^src/' },
      // Names with a question mark are made by vite.
      { couldNotResolve: true, pathNot: '\\?' },
    ),
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    // Tests stand outside the layers: they may hold a server and five cores at once.
    exclude: { path: '\\.test\\.tsx?$' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default'],
    },
  },
}
