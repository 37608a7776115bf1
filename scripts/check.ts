/**
 * The static checks: all of them, or the ones that are named.
 *
 *     npm run check            everything
 *     npm run types            one of them; see CHECKS for the names
 *     npm run format           writes the format instead of checking it
 */
import { runNode, toolPath } from './support/tools.ts'

type Check = { readonly what: string; readonly commands: () => readonly (readonly string[])[] }

const PROGRAMS = ['node', 'worker', 'web', 'widget', 'browser']

const CHECKS: Readonly<Record<string, Check>> = {
  types: {
    what: 'types, one program for each environment',
    commands: () =>
      PROGRAMS.map((name) => [toolPath('@typescript/native', 'tsc'), '-p', `tsconfig.${name}.json`]),
  },
  lint: {
    what: 'lint',
    commands: () => [[toolPath('oxlint', 'oxlint'), '--type-aware', '--deny-warnings', '.']],
  },
  format: {
    what: 'format',
    commands: () => [[toolPath('oxfmt', 'oxfmt'), '--check', '.']],
  },
  layers: {
    what: 'import directions',
    commands: () => [
      [toolPath('dependency-cruiser', 'depcruise'), '--config', '.dependency-cruiser.cjs', 'src'],
    ],
  },
  unused: {
    what: 'unused files, exports and dependencies',
    commands: () => [[toolPath('knip', 'knip'), '--no-progress', '--no-config-hints']],
  },
}

const runCheck = async (name: string, check: Check): Promise<boolean> => {
  const begun = performance.now()
  console.log(`… ${name}: ${check.what}`)
  let passed = true
  for (const command of check.commands()) passed = (await runNode(command)) === 0 && passed
  console.log(`${passed ? '✔' : '✘'} ${name} (${((performance.now() - begun) / 1000).toFixed(1)} s)`)
  return passed
}

const main = async (args: readonly string[]): Promise<number> => {
  if (args.includes('--fix')) return runNode([toolPath('oxfmt', 'oxfmt'), '.'])
  const unknown = args.filter((name) => !(name in CHECKS))
  if (unknown.length > 0) {
    console.error(`Unknown check ${unknown.join(', ')}; there are ${Object.keys(CHECKS).join(', ')}.`)
    return 2
  }
  const failed: string[] = []
  for (const [name, check] of Object.entries(CHECKS)) {
    if (args.length > 0 && !args.includes(name)) continue
    if (!(await runCheck(name, check))) failed.push(name)
  }
  if (failed.length > 0) console.error(`Failed: ${failed.join(', ')}.`)
  return failed.length > 0 ? 1 : 0
}

process.exitCode = await main(process.argv.slice(2))
