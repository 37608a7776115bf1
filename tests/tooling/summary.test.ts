import { join } from 'node:path'

import { expect, it } from 'vitest'

import { parseReport } from '../../scripts/coverage/results.ts'
import { countLine, failureLines } from '../../scripts/support/summary.ts'
import { ROOT } from '../../scripts/support/tools.ts'

const VITEST = JSON.stringify({
  testResults: [
    {
      name: join(ROOT, 'src/widget/loader.test.ts'),
      status: 'failed',
      message: '',
      assertionResults: [
        { fullName: 'the entry opens', status: 'passed', failureMessages: [] },
        {
          fullName: 'the entry has its colour',
          status: 'failed',
          failureMessages: ["Error: expected 'blue' to be 'green'\n    at loader.test.ts:477"],
        },
        { fullName: 'the entry later', status: 'pending', failureMessages: [] },
      ],
    },
    {
      name: join(ROOT, 'src/broken.test.ts'),
      status: 'failed',
      message: 'SyntaxError: Unexpected token',
      assertionResults: [],
    },
  ],
})

const PLAYWRIGHT = JSON.stringify({
  suites: [
    {
      title: 'walk.spec.ts',
      suites: [
        {
          title: 'at night',
          specs: [
            {
              title: 'the server dies',
              file: 'walk.spec.ts',
              tests: [
                {
                  status: 'unexpected',
                  results: [{ error: { message: '\u001B[31mError\u001B[39m: no rating\n\nCall log' } }],
                },
              ],
            },
          ],
        },
      ],
    },
  ],
  errors: [{ message: 'Error: no browser', location: { file: join(ROOT, 'tests/e2e/a.spec.ts') } }],
})

it('each failed test is named with its file and the first line of its complaint, whichever runner it had', () => {
  expect(failureLines([...parseReport(VITEST), ...parseReport(PLAYWRIGHT)])).toEqual([
    '✘ src/widget/loader.test.ts › the entry has its colour',
    "    Error: expected 'blue' to be 'green'",
    '✘ src/broken.test.ts › the whole file',
    '    SyntaxError: Unexpected token',
    '✘ walk.spec.ts › at night the server dies',
    '    Error: no rating',
    '✘ tests/e2e/a.spec.ts › outside a test',
    '    Error: no browser',
  ])
})

it('the counts stand in one line, the skipped ones where there are any', () => {
  expect(countLine(parseReport(VITEST))).toBe('1 passed, 2 failed, 1 skipped')
  expect(countLine([{ title: 'lint', outcome: 'passed', file: 'check' }])).toBe('1 passed, 0 failed')
})
