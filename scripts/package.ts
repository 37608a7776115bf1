/** Makes installers for this machine's system in dist/, or what the arguments of electron-builder say. */
import { buildIfChanged } from './support/builds.ts'
import { runNode, toolPath } from './support/tools.ts'

const main = async (args: readonly string[]): Promise<number> => {
  if (!(await buildIfChanged(['desktop'], console.log))) return 1
  return runNode([toolPath('electron-builder', 'electron-builder'), '--publish', 'never', ...args])
}

process.exitCode = await main(process.argv.slice(2))
