/**
 * The journeys of the desktop program in the real Electron, where its binary is installed.
 *
 *     npm run test:electron
 *
 * Everywhere else the same journeys run in a stand-in, as a part of `npm test`.
 */
import { electronBinary } from './start/desktop.ts'
import { buildIfChanged } from './support/builds.ts'
import { ROOT, runNode, toolPath } from './support/tools.ts'

const main = async (): Promise<number> => {
  const binary = electronBinary()
  if (binary === undefined) {
    console.log('Electron is not installed on this machine; npm test runs its journeys in the stand-in.')
    return 0
  }
  if (!(await buildIfChanged(['web', 'widget', 'desktop'], console.log))) return 1
  return runNode([toolPath('@playwright/test', 'playwright'), 'test', 'tests/e2e/desktop.spec.ts'], {
    cwd: ROOT,
    env: { ...process.env, FOYER_ELECTRON: binary },
  })
}

process.exitCode = await main()
