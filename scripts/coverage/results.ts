/**
 * What the test runners wrote down: the titles of the tests that ran and passed, and how many did what.
 *
 * Two shapes are read: that of vitest's JSON reporter (jest's) and that of Playwright's.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export type Outcome = 'passed' | 'failed' | 'skipped'
export type TestResult = { readonly title: string; readonly outcome: Outcome }

type VitestReport = {
  readonly testResults: readonly {
    readonly name: string
    readonly status: string
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[]
  }[]
}

type PlaywrightSuite = {
  readonly title: string
  readonly suites?: readonly PlaywrightSuite[]
  readonly specs?: readonly {
    readonly title: string
    readonly tests: readonly { readonly status: string }[]
  }[]
}

type PlaywrightReport = {
  readonly suites: readonly PlaywrightSuite[]
  readonly errors?: readonly { readonly message?: string }[]
}

const vitestOutcome = (status: string): Outcome => {
  if (status === 'passed' || status === 'failed') return status
  return 'skipped'
}

const fromVitest = (report: VitestReport): TestResult[] =>
  report.testResults.flatMap((file) => {
    const tests = file.assertionResults.map((test): TestResult => ({
      title: test.fullName,
      outcome: vitestOutcome(test.status),
    }))
    // A file that could not even be loaded has failed without having a test.
    const broken = file.status === 'failed' && !tests.some(({ outcome }) => outcome === 'failed')
    return broken ? [...tests, { title: file.name, outcome: 'failed' }] : tests
  })

/** A test that failed first and passed when tried again is no proof, but no failure of the run either. */
const playwrightOutcome = (statuses: readonly string[]): Outcome => {
  if (statuses.includes('unexpected')) return 'failed'
  return statuses.includes('expected') || statuses.includes('flaky') ? 'passed' : 'skipped'
}

const fromSuite = (suite: PlaywrightSuite, path: string): TestResult[] => {
  const here = `${path} ${suite.title}`.trim()
  const specs = (suite.specs ?? []).map((spec): TestResult => ({
    title: `${here} ${spec.title}`,
    outcome: playwrightOutcome(spec.tests.map(({ status }) => status)),
  }))
  return [...specs, ...(suite.suites ?? []).flatMap((inner) => fromSuite(inner, here))]
}

const fromPlaywright = (report: PlaywrightReport): TestResult[] => [
  ...report.suites.flatMap((suite) => fromSuite(suite, '')),
  ...(report.errors ?? []).map(({ message }): TestResult => ({
    title: message ?? 'error outside a test',
    outcome: 'failed',
  })),
]

/** The results in one report of either runner. */
export const parseReport = (json: string): TestResult[] => {
  const report = JSON.parse(json) as VitestReport | PlaywrightReport
  return 'testResults' in report ? fromVitest(report) : fromPlaywright(report)
}

/** The results of all reports of a folder; none when there is no such folder. */
export const readResults = (folder: string): TestResult[] => {
  if (!existsSync(folder)) return []
  const reports = readdirSync(folder).filter((name) => name.endsWith('.json'))
  return reports.flatMap((name) => parseReport(readFileSync(join(folder, name), 'utf8')))
}
