/**
 * Makes installers for this machine's system in dist/, or what the arguments of electron-builder say.
 *
 * `-- --dir` makes the folder of the program only; `-- --dir -c.electronDist=…` takes Electron's own files from there
 * instead of fetching them.
 */
import { join } from 'node:path'

import { drawIcons } from './package/icons.ts'
import { buildIfChanged } from './support/builds.ts'
import { ROOT, runNode, toolPath } from './support/tools.ts'

const main = async (args: readonly string[]): Promise<number> => {
  if (!(await buildIfChanged(['desktop'], console.log))) return 1
  await drawIcons(join(ROOT, 'assets/icon.svg'), join(ROOT, 'out/icons'))
  return runNode([toolPath('electron-builder', 'electron-builder'), '--publish', 'never', ...args])
}

process.exitCode = await main(process.argv.slice(2))
