/**
 * The static checks: all of them, or the ones that are named.
 *
 *     npm run check            everything
 *     npm run types            one of them; see CHECK_NAMES
 *     npm run format           writes the format instead of checking it
 */
import { CHECK_NAMES, isCheckName, runChecks } from './support/checks.ts'
import { runNode, toolPath } from './support/tools.ts'

const main = async (args: readonly string[]): Promise<number> => {
  if (args.includes('--fix')) return runNode([toolPath('oxfmt', 'oxfmt'), '.'])
  const unknown = args.filter((name) => !isCheckName(name))
  if (unknown.length > 0) {
    console.error(`Unknown check ${unknown.join(', ')}; there are ${CHECK_NAMES.join(', ')}.`)
    return 2
  }
  const failed = await runChecks(args.length > 0 ? args.filter(isCheckName) : CHECK_NAMES, console.log)
  if (failed.length > 0) console.error(`Failed: ${failed.join(', ')}.`)
  return failed.length > 0 ? 1 : 0
}

process.exitCode = await main(process.argv.slice(2))
