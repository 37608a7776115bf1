/** The static checks, as many at a time as there are processors. */
import { spawn } from 'node:child_process'
import { availableParallelism } from 'node:os'

import { ROOT, toolPath } from './tools.ts'

type Check = { readonly what: string; readonly commands: () => readonly (readonly string[])[] }

/** The programs that take longest first, so that none is left to run alone. */
const PROGRAMS = ['browser', 'web', 'node', 'worker', 'widget']

const CHECKS = {
  lint: {
    what: 'lint',
    commands: () => [[toolPath('oxlint', 'oxlint'), '--type-aware', '--deny-warnings', '.']],
  },
  types: {
    what: 'types, one program for each environment',
    // Several checkers in one program learn the same types again, each by itself: three times the work.
    commands: () =>
      PROGRAMS.map((name) => [
        toolPath('@typescript/native', 'tsc'),
        ...['-p', `tsconfig.${name}.json`, '--checkers', '1'],
      ]),
  },
  unused: {
    what: 'unused files, exports and dependencies',
    commands: () => [[toolPath('knip', 'knip'), '--no-progress', '--no-config-hints']],
  },
  layers: {
    what: 'import directions',
    commands: () => [
      [toolPath('dependency-cruiser', 'depcruise'), '--config', '.dependency-cruiser.cjs', 'src'],
    ],
  },
  format: {
    what: 'format',
    commands: () => [[toolPath('oxfmt', 'oxfmt'), '--check', '.']],
  },
} satisfies Readonly<Record<string, Check>>

export type CheckName = keyof typeof CHECKS

export const isCheckName = (name: string): name is CheckName => name in CHECKS

export const CHECK_NAMES: readonly CheckName[] = Object.keys(CHECKS).filter(isCheckName)

/** Runs the named checks and answers those that failed. */
export const runChecks = async (
  names: readonly CheckName[],
  say: (sentence: string) => void,
): Promise<readonly CheckName[]> => {
  const free = createPlaces(availableParallelism())
  const passed = await Promise.all(
    names.map(async (name) => {
      const ended = await Promise.all(CHECKS[name].commands().map((command) => free(() => runToEnd(command))))
      for (const { output } of ended) if (output !== '') say(output)
      const good = ended.every(({ code }) => code === 0)
      const seconds = ended.reduce((sum, { ms }) => sum + ms, 0) / 1000
      say(`${good ? '✔' : '✘'} ${name}: ${CHECKS[name].what} (${seconds.toFixed(1)} s)`)
      return good
    }),
  )
  return names.filter((_, index) => passed[index] !== true)
}

/** Lets that many at a time do their work, in the order in which they came. */
const createPlaces = (count: number) => {
  const waiting: (() => void)[] = []
  let taken = 0
  return async <T>(work: () => Promise<T>): Promise<T> => {
    if (taken === count) await new Promise<void>((resolve) => waiting.push(resolve))
    else taken += 1
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else taken -= 1
    }
  }
}

type Ended = { readonly code: number; readonly output: string; readonly ms: number }

/** What several programs say at once could not be read, so each is heard when it is done. */
const runToEnd = (command: readonly string[]): Promise<Ended> =>
  new Promise((resolve, reject) => {
    const begun = performance.now()
    const child = spawn(process.execPath, command, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] })
    const heard: Buffer[] = []
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => heard.push(chunk))
    child.on('error', reject)
    child.on('close', (code) => {
      const output = Buffer.concat(heard).toString('utf8').trim()
      resolve({ code: code ?? 1, output, ms: performance.now() - begun })
    })
  })
