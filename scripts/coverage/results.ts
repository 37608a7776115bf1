/**
 * What the test runners wrote down: the titles of the tests that ran and passed, and how many did what.
 *
 * Two shapes are read: that of vitest's JSON reporter (jest's) and that of Playwright's.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export type Outcome = 'passed' | 'failed' | 'skipped'
export type TestResult = {
  readonly title: string
  readonly outcome: Outcome
  /** Where the test is written. */
  readonly file: string
  /** What a failed one complained of, as its runner says it. */
  readonly reason?: string
}

type VitestReport = {
  readonly testResults: readonly {
    readonly name: string
    readonly status: string
    readonly message?: string
    readonly assertionResults: readonly {
      readonly fullName: string
      readonly status: string
      readonly failureMessages?: readonly string[]
    }[]
  }[]
}

type PlaywrightSuite = {
  readonly title: string
  readonly suites?: readonly PlaywrightSuite[]
  readonly specs?: readonly {
    readonly title: string
    readonly file?: string
    readonly tests: readonly {
      readonly status: string
      readonly results?: readonly { readonly error?: { readonly message?: string } }[]
    }[]
  }[]
}

type PlaywrightReport = {
  readonly suites: readonly PlaywrightSuite[]
  readonly errors?: readonly {
    readonly message?: string
    readonly location?: { readonly file: string }
  }[]
}

const vitestOutcome = (status: string): Outcome => {
  if (status === 'passed' || status === 'failed') return status
  return 'skipped'
}

const failedWith = (message: string | undefined): Pick<TestResult, 'reason'> =>
  message === undefined ? {} : { reason: message }

const fromVitest = (report: VitestReport): TestResult[] =>
  report.testResults.flatMap(({ name: file, status, message, assertionResults }) => {
    const tests = assertionResults.map((test): TestResult => ({
      title: test.fullName,
      outcome: vitestOutcome(test.status),
      file,
      ...failedWith(test.failureMessages?.[0]),
    }))
    // A file that could not even be loaded has failed without having a test.
    const broken = status === 'failed' && !tests.some(({ outcome }) => outcome === 'failed')
    return broken
      ? [...tests, { title: 'the whole file', outcome: 'failed', file, ...failedWith(message) }]
      : tests
  })

/** A test that failed first and passed when tried again is no proof, but no failure of the run either. */
const playwrightOutcome = (statuses: readonly string[]): Outcome => {
  if (statuses.includes('unexpected')) return 'failed'
  return statuses.includes('expected') || statuses.includes('flaky') ? 'passed' : 'skipped'
}

/** `path` are the titles of the suites between the file and its tests. */
const fromSuite = (suite: PlaywrightSuite, path: string): TestResult[] => {
  const specs = (suite.specs ?? []).map((spec): TestResult => ({
    title: `${path} ${spec.title}`.trim(),
    outcome: playwrightOutcome(spec.tests.map(({ status }) => status)),
    file: spec.file ?? '',
    ...failedWith(
      spec.tests.flatMap(({ results = [] }) => results).find(({ error }) => error)?.error?.message,
    ),
  }))
  return [
    ...specs,
    ...(suite.suites ?? []).flatMap((inner) => fromSuite(inner, `${path} ${inner.title}`.trim())),
  ]
}

const fromPlaywright = (report: PlaywrightReport): TestResult[] => [
  ...report.suites.flatMap((suite) => fromSuite(suite, '')),
  ...(report.errors ?? []).map(({ message, location }): TestResult => ({
    title: 'outside a test',
    outcome: 'failed',
    file: location?.file ?? '',
    ...failedWith(message),
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
