/**
 * `npm test`: static checks, tests in Node, tests in a browser, journeys.
 *
 *     npm test                   all of it
 *     npm test -- node e2e       some of check, node, browser, e2e
 *
 * Leaves the runners' reports in out/test-results and ends with the counts.
 */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'

import { parseReport, type Outcome } from './coverage/results.ts'
import { buildIfChanged } from './support/builds.ts'
import { provideBrowser } from './support/provideBrowser.ts'
import { ROOT, runNode, toolPath } from './support/tools.ts'

const RESULTS = join(ROOT, 'out/test-results')

type Step = {
  readonly what: string
  readonly needsBrowser: boolean
  /** Answers the exit code. */
  readonly run: (env: NodeJS.ProcessEnv) => Promise<number>
}

const vitest = (project: string, env: NodeJS.ProcessEnv): Promise<number> =>
  runNode(
    [
      toolPath('vitest', 'vitest'),
      'run',
      '--project',
      project,
      '--passWithNoTests',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${join(RESULTS, `${project}.json`)}`,
    ],
    { env },
  )

const STEPS: Readonly<Record<string, Step>> = {
  check: {
    what: 'static checks',
    needsBrowser: false,
    run: () => runNode(['scripts/check.ts']),
  },
  node: {
    what: 'unit, store and integration tests',
    needsBrowser: false,
    run: (env) => vitest('node', env),
  },
  browser: {
    what: 'tests in a browser',
    needsBrowser: true,
    run: (env) => vitest('browser', env),
  },
  e2e: {
    what: 'journeys through the whole product',
    needsBrowser: true,
    run: async (env) => {
      if (!(await buildIfChanged(['web', 'widget'], console.log))) return 1
      return runNode([toolPath('@playwright/test', 'playwright'), 'test', '--pass-with-no-tests'], { env })
    },
  },
}

const seconds = (begun: number): string => `${Math.round((performance.now() - begun) / 1000)} s`

/** Servers are started a hundred times: only the first start has to strip the types. */
const CACHE = { NODE_COMPILE_CACHE: join(ROOT, 'out/compile-cache') }

const environment = async (steps: readonly Step[]): Promise<NodeJS.ProcessEnv | string> => {
  const here = { ...process.env, ...CACHE }
  if (!steps.some(({ needsBrowser }) => needsBrowser)) return here
  const browser = await provideBrowser(console.log)
  return 'path' in browser ? { ...here, FOYER_CHROMIUM: browser.path } : browser.problem
}

const main = async (args: readonly string[]): Promise<number> => {
  const unknown = args.filter((name) => !(name in STEPS))
  if (unknown.length > 0) {
    console.error(`Unknown part ${unknown.join(', ')}; there are ${Object.keys(STEPS).join(', ')}.`)
    return 2
  }
  const chosen = Object.entries(STEPS).filter(([name]) => args.length === 0 || args.includes(name))
  const begun = performance.now()
  const env = await environment(chosen.map(([, step]) => step))
  rmSync(RESULTS, { recursive: true, force: true })
  mkdirSync(RESULTS, { recursive: true })

  const outcomes: Outcome[] = []
  const failedSteps: string[] = []
  for (const [index, [name, step]] of chosen.entries()) {
    const place = `[${index + 1}/${chosen.length}] ${name}`
    console.log(`\n${place}: ${step.what}`)
    const stepBegun = performance.now()
    const passed = await runStep(step, env)
    outcomes.push(...outcomesOf(name, passed))
    if (!passed) failedSteps.push(name)
    console.log(`${place} ${passed ? 'passed' : 'FAILED'} in ${seconds(stepBegun)}`)
  }
  const count = (outcome: Outcome): number => outcomes.filter((each) => each === outcome).length
  const skipped = count('skipped') > 0 ? `, ${count('skipped')} skipped` : ''
  console.log(
    `\n${failedSteps.length > 0 ? `Failed: ${failedSteps.join(', ')}. ` : ''}All in ${seconds(begun)}.`,
  )
  console.log(`${count('passed')} passed, ${count('failed')} failed${skipped}`)
  return failedSteps.length > 0 || count('failed') > 0 ? 1 : 0
}

const runStep = async ({ needsBrowser, run }: Step, env: NodeJS.ProcessEnv | string): Promise<boolean> => {
  if (typeof env !== 'string') return (await run(env)) === 0
  if (!needsBrowser) return (await run({ ...process.env, ...CACHE })) === 0
  console.error(env)
  return false
}

/** The outcomes a step wrote down. One without tests, or that failed without naming one, counts as a test itself. */
const outcomesOf = (name: string, passed: boolean): Outcome[] => {
  const file = join(RESULTS, `${name}.json`)
  const outcomes = existsSync(file)
    ? parseReport(readFileSync(file, 'utf8')).map(({ outcome }) => outcome)
    : []
  if (!passed && !outcomes.includes('failed')) return [...outcomes, 'failed']
  return name === 'check' ? ['passed'] : outcomes
}

process.exitCode = await main(process.argv.slice(2))
