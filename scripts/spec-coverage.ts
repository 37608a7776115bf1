/**
 * How much of the specification is proved by tests.
 *
 *     npm run spec:coverage                  one line for each chapter and a total
 *     npm run spec:coverage -- --missing 02  the open ids of a chapter
 *     npm run spec:coverage -- --json        the counts for programs
 *
 * Reads the results that `npm test` left in out/test-results.
 */
import { join } from 'node:path'
import { parseArgs } from 'node:util'

import { coverageLines, coverageOf, missingIds, provedIds } from './coverage/coverage.ts'
import { readRequirements } from './coverage/requirements.ts'
import { readResults } from './coverage/results.ts'
import { ROOT } from './support/tools.ts'

const USAGE = 'Usage: npm run spec:coverage [-- --missing <chapter> | --json]'

const main = (args: string[]): number => {
  let options: { missing?: string; json?: boolean }
  try {
    options = parseArgs({ args, options: { missing: { type: 'string' }, json: { type: 'boolean' } } }).values
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`)
    return 2
  }
  const requirements = readRequirements(join(ROOT, 'docs/spec'))
  const results = readResults(join(ROOT, 'out/test-results'))
  if (results.length === 0) console.error('There are no test results yet: run npm test first.')
  const proved = provedIds(results)
  const coverage = coverageOf(requirements, proved)
  if (options.missing !== undefined) {
    const chapter = options.missing.padStart(2, '0')
    if (!(chapter in coverage.chapters)) {
      console.error(
        `There is no chapter ${chapter}; there are ${Object.keys(coverage.chapters).sort().join(', ')}.`,
      )
      return 2
    }
    for (const id of missingIds(requirements, proved, chapter)) console.log(id)
  } else if (options.json) {
    console.log(JSON.stringify(coverage))
  } else {
    for (const line of coverageLines(coverage)) console.log(line)
  }
  return 0
}

process.exitCode = main(process.argv.slice(2))
