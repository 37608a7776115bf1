/**
 * `npm run bench`: measures Foyer beside baselines of the same run.
 *
 *     npm run bench                      all of it
 *     npm run bench -- S1 S7             the parts that measure these
 *     npm run bench -- --rounds 5 --seconds 6
 *     npm run bench -- C6 --small        with fewer cached messages; --large also with five times as many
 *
 * Writes bench/results.json and prints a table. A shared machine moves all figures; the ratios are what counts.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

import { machine, pinSelf } from './lib/process.ts'
import { table, type Finding } from './lib/report.ts'
import { PARTS } from './parts.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string', default: '3' },
    seconds: { type: 'string', default: '4' },
    small: { type: 'boolean', default: false },
    large: { type: 'boolean', default: false },
  },
})
const effort = {
  rounds: Number(values.rounds),
  seconds: Number(values.seconds),
  size: values.small ? ('small' as const) : values.large ? ('large' as const) : ('usual' as const),
}
const known = PARTS.flatMap(({ ids }) => ids)
const unknown = positionals.filter((id) => !known.includes(id))
if (unknown.length > 0 || !(effort.rounds > 0) || !(effort.seconds > 0)) {
  console.error(`Measurable are ${known.join(', ')}; --rounds and --seconds take numbers above 0.`)
  process.exit(2)
}

pinSelf()
console.log(machine())
const findings: Finding[] = []
for (const { ids, what, measure } of PARTS) {
  if (positionals.length > 0 && !ids.some((id) => positionals.includes(id))) continue
  console.log(`measuring ${ids.join(', ')}: ${what} …`)
  findings.push(...(await measure(effort)))
}
writeFileSync(join(import.meta.dirname, 'results.json'), `${JSON.stringify(findings, null, 2)}\n`)
console.log(`\n${table(findings)}`)
const missed = findings.filter(({ holds }) => !holds).map(({ id }) => id)
console.log(missed.length === 0 ? '\nEvery bar holds.' : `\nMissed: ${missed.join(', ')}.`)
process.exit(0)
