/**
 * `npm run serve`: the sync server alone, for real use.
 *
 * All options go to the server, whose log goes to the standard output. No demonstration data, no default password: the
 * address printed at the first start leads to the set-up of the organisation.
 */
import { resolve } from 'node:path'

import { OPTIONS, type Option } from '../src/server/app/options.ts'
import { readControl, requestTicket } from './start/control.ts'
import { defaultDataFolder, prepareDataFolder } from './start/dataFolder.ts'
import { launchServer } from './start/serverProcess.ts'
import { buildIfChanged } from './support/builds.ts'

/** What this command sets itself. */
const OWN = new Set(['demo', 'parent', 'web-root', 'widget-root'])

const usage = (): string => {
  const lines = Object.values<Option>(OPTIONS)
    .filter(({ flag }) => flag === undefined || !OWN.has(flag))
    .map(({ flag, variable, fallback, about }) => {
      const names = [flag && `--${flag}`, variable].filter(Boolean).join(', ')
      return `  ${names.padEnd(24)} ${about}${fallback === undefined ? '' : ` (${fallback})`}`
    })
  return ['Runs the sync server for real use.', '', '  npm run serve -- [options]', '', ...lines].join('\n')
}

/** The folder that the arguments or the environment name, or undefined when they name none. */
const namedFolder = (args: readonly string[]): string | undefined => {
  const index = args.findIndex((arg) => arg === '--data' || arg.startsWith('--data='))
  const arg = args[index]
  if (arg === undefined) return process.env['FOYER_DATA']
  return arg === '--data' ? args[index + 1] : arg.slice('--data='.length)
}

const main = async (args: readonly string[]): Promise<number> => {
  if (args.includes('--help') || args.includes('-h')) {
    console.log(usage())
    return 0
  }
  const named = namedFolder(args)
  const folder = resolve(named ?? defaultDataFolder(false))
  const problem = prepareDataFolder(folder)
  if (problem !== undefined) {
    console.error(problem)
    return 1
  }
  if (!(await buildIfChanged(['web', 'widget'], (sentence) => console.error(sentence)))) return 1
  const roots = ['--web-root', 'out/web', '--widget-root', 'out/widget']
  const data = named === undefined ? ['--data', folder] : []
  const server = launchServer([...args, ...data, ...roots], (line) => console.log(line))
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, server.stop)

  const isListening = await Promise.race([server.listening.then(() => true), server.ended.then(() => false)])
  const control = isListening ? readControl(folder) : undefined
  // The set-up of a new server, the workbench of one that is set up.
  const url = control ? await requestTicket(control) : undefined
  if (url !== undefined) console.error(`Open ${url}`)
  return (await server.ended) === 'exit code 0' ? 0 : 1
}

process.exit(await main(process.argv.slice(2)))
