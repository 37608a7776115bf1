/**
 * `npm test`: static checks, tests in Node, tests in a browser, journeys.
 *
 *     npm test                   all of it
 *     npm test -- node e2e       some of check, node, browser, e2e
 *
 * Leaves the runners' reports in out/test-results and ends with what failed and the counts.
 */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'

import { parseReport, type TestResult } from './coverage/results.ts'
import { buildIfChanged } from './support/builds.ts'
import { CHECK_NAMES, runChecks } from './support/checks.ts'
import { provideBrowser } from './support/provideBrowser.ts'
import { countLine, failureLines } from './support/summary.ts'
import { ROOT, runNode, toolPath } from './support/tools.ts'

const RESULTS = join(ROOT, 'out/test-results')

type Step = {
  readonly what: string
  readonly needsBrowser: boolean
  readonly run: (env: NodeJS.ProcessEnv) => Promise<Ended>
}

type Ended = { readonly passed: boolean; readonly results: readonly TestResult[] }

/** What the runner wrote down when it was done. */
const ended = (name: string, code: number): Ended => {
  const file = join(RESULTS, `${name}.json`)
  return { passed: code === 0, results: existsSync(file) ? parseReport(readFileSync(file, 'utf8')) : [] }
}

const vitest = async (project: string, env: NodeJS.ProcessEnv): Promise<Ended> => {
  const code = await runNode(
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
  return ended(project, code)
}

const check = async (): Promise<Ended> => {
  const failed = await runChecks(CHECK_NAMES, console.log)
  const results = CHECK_NAMES.map((title): TestResult => ({
    title,
    outcome: failed.includes(title) ? 'failed' : 'passed',
    file: 'check',
  }))
  return { passed: failed.length === 0, results }
}

const journeys = async (env: NodeJS.ProcessEnv): Promise<Ended> => {
  if (!(await buildIfChanged(['web', 'widget', 'desktop'], console.log)))
    return { passed: false, results: [] }
  const code = await runNode([toolPath('@playwright/test', 'playwright'), 'test', '--pass-with-no-tests'], {
    env,
  })
  return ended('e2e', code)
}

const STEPS: Readonly<Record<string, Step>> = {
  check: {
    what: 'static checks',
    needsBrowser: false,
    run: check,
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
    run: journeys,
  },
}

const seconds = (begun: number): string => `${Math.round((performance.now() - begun) / 1000)} s`

/** Servers are started a hundred times: only the first start has to strip the types. */
const CACHE = { NODE_COMPILE_CACHE: join(ROOT, 'out/compile-cache') }

const environment = async (steps: readonly Step[]): Promise<NodeJS.ProcessEnv | string> => {
  // Without a language of the system a browser cannot name a file in Chinese.
  const here = { ...process.env, LANG: process.env['LANG'] ?? 'C.UTF-8', ...CACHE }
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

  const results: TestResult[] = []
  const failedSteps: string[] = []
  for (const [index, [name, step]] of chosen.entries()) {
    const place = `[${index + 1}/${chosen.length}] ${name}`
    console.log(`\n${place}: ${step.what}`)
    const stepBegun = performance.now()
    const { passed, results: found } = await runStep(step, env)
    results.push(...found)
    // A step that broke down has no test that could say so.
    if (!passed && found.every(({ outcome }) => outcome !== 'failed'))
      results.push({ title: `${step.what}: broke down, see above`, outcome: 'failed', file: '' })
    if (!passed) failedSteps.push(name)
    console.log(`${place} ${passed ? 'passed' : 'FAILED'} in ${seconds(stepBegun)}`)
  }
  const failures = failureLines(results)
  if (failures.length > 0) console.log(`\n${failures.join('\n')}`)
  console.log(
    `\n${failedSteps.length > 0 ? `Failed: ${failedSteps.join(', ')}. ` : ''}All in ${seconds(begun)}.`,
  )
  console.log(countLine(results))
  return failures.length > 0 || failedSteps.length > 0 ? 1 : 0
}

const runStep = async ({ needsBrowser, run }: Step, env: NodeJS.ProcessEnv | string): Promise<Ended> => {
  if (typeof env !== 'string') return run(env)
  if (!needsBrowser) return run({ ...process.env, ...CACHE })
  console.error(env)
  return { passed: false, results: [] }
}

process.exitCode = await main(process.argv.slice(2))
