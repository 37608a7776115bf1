/**
 * Builds what has changed: all of it, or what is named.
 *
 *     npm run build            web workbench, widget, desktop client
 *     npm run build -- widget  one of web, widget, desktop
 */
import { BUILDS, buildIfChanged, type BuildName } from './support/builds.ts'

const isBuildName = (name: string): name is BuildName => name in BUILDS

const main = async (args: readonly string[]): Promise<number> => {
  const unknown = args.filter((name) => !isBuildName(name))
  if (unknown.length > 0) {
    console.error(`Unknown build ${unknown.join(', ')}; there are ${Object.keys(BUILDS).join(', ')}.`)
    return 2
  }
  const names = args.length > 0 ? args : Object.keys(BUILDS)
  return (await buildIfChanged(names.filter(isBuildName), console.log)) ? 0 : 1
}

process.exitCode = await main(process.argv.slice(2))
