import { expect, it } from 'vitest'

import { coverageLines, coverageOf, missingIds, provedIds } from '../../scripts/coverage/coverage.ts'
import { requirementsIn } from '../../scripts/coverage/requirements.ts'
import { parseReport } from '../../scripts/coverage/results.ts'

const CHAPTER = `# 02 Reception
See R-02-003 and the table.
| id | what |
|---|---|
| R-02-001 | first |
| R-02-002 | as R-02-009, but later |
| policy | as R-01-170 |
| R-02-001 | said twice |
`

const VITEST = JSON.stringify({
  testResults: [
    {
      name: 'a.test.ts',
      status: 'failed',
      assertionResults: [
        { fullName: 'pool R-02-001 is served in order', status: 'passed' },
        { fullName: 'R-02-002 waits', status: 'failed' },
        { fullName: 'R-06-001 is text', status: 'pending' },
      ],
    },
    { name: 'broken.test.ts', status: 'failed', assertionResults: [] },
  ],
})

const PLAYWRIGHT = JSON.stringify({
  suites: [
    {
      title: 'journey.spec.ts',
      specs: [{ title: 'R-06-002 emoji', tests: [{ status: 'expected' }] }],
      suites: [
        {
          title: 'R-03-001 columns',
          specs: [
            { title: 'can be resized', tests: [{ status: 'expected' }] },
            { title: 'R-03-002 fold', tests: [{ status: 'unexpected' }] },
            { title: 'R-03-003 unfold', tests: [{ status: 'skipped' }] },
          ],
        },
      ],
    },
  ],
})

it('requirements are the first cells of table rows, each once', () => {
  expect(requirementsIn(CHAPTER)).toEqual(['R-02-001', 'R-02-002'])
})

it('only tests that ran and passed prove what they name', () => {
  expect([...provedIds(parseReport(VITEST))]).toEqual(['R-02-001'])
  expect([...provedIds(parseReport(PLAYWRIGHT))]).toEqual(['R-06-002', 'R-03-001'])
})

it('a test file that cannot be loaded is a failure', () => {
  const outcomes = parseReport(VITEST).map(({ outcome }) => outcome)
  expect(outcomes).toEqual(['passed', 'failed', 'skipped', 'failed'])
})

it('coverage is counted by chapter, and unknown ids do not count', () => {
  const proved = new Set(['R-02-001', 'R-99-001'])
  const coverage = coverageOf(['R-02-001', 'R-02-002', 'R-03-001'], proved)
  expect(coverage).toEqual({
    chapters: { '02': { total: 2, covered: 1 }, '03': { total: 1, covered: 0 } },
    total: 3,
    covered: 1,
  })
  expect(missingIds(['R-02-001', 'R-02-002', 'R-03-001'], proved, '02')).toEqual(['R-02-002'])
  expect(coverageLines(coverage).map((line) => line.replaceAll(/\s+/gu, ' '))).toEqual([
    '02 1 of 2 50 %',
    '03 0 of 1 0 %',
    'total 1 of 3 33 %',
  ])
})
