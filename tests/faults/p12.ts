/** P12 has tests of its own, which also run with all others: this only tells their outcome. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { ROOT, runNode, toolPath } from '../../scripts/support/tools.ts'
import { LONGEST_LIST, type Finding } from './lib/finding.ts'
import { createFolders } from './lib/folders.ts'

const FILE = 'tests/integration/snapshotLaw.test.ts'

interface Report {
  readonly testResults: readonly {
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[]
  }[]
}

export const runP12 = async (seed: number): Promise<Finding> => {
  const folders = createFolders()
  try {
    const output = join(folders.fresh('report'), 'report.json')
    const tool = toolPath('vitest', 'vitest')
    const args = ['run', '--project', 'node', FILE, '--reporter=json', `--outputFile=${output}`]
    await runNode([tool, ...args], { env: process.env })
    const report = JSON.parse(readFileSync(output, 'utf8')) as Report
    const results = report.testResults.flatMap(({ assertionResults }) => assertionResults)
    const passed = results.filter(({ status }) => status === 'passed').length
    const failed = results.filter(({ status }) => status === 'failed')
    return {
      id: 'P12',
      promise: 'an old snapshot and the events since then are a fresh snapshot',
      figure: `${passed} cases pass, ${failed.length} fail (${join(ROOT, FILE).slice(ROOT.length + 1)})`,
      holds: failed.length === 0 && passed > 0,
      seed,
      figures: { passed, failed: failed.length },
      problems: failed.map(({ fullName }) => fullName).slice(0, LONGEST_LIST),
    }
  } finally {
    folders.remove()
  }
}
