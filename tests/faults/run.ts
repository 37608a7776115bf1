/**
 * `npm run test:faults`: breaks things on purpose and counts what is left (reliability).
 *
 *     npm run test:faults                       all of it, about half an hour
 *     npm run test:faults -- P1 P5              some of them
 *     npm run test:faults -- --seed 7           the same chances again
 *     npm run test:faults -- P1 --messages 1000 P4 --kills 20 P5 --rounds 30 P20 --slow 50 P23 --frames 20000
 *     npm run test:faults -- --short            as small as in npm test
 *
 * Prints a table and writes out/faults.json; ends with 1 when a promise is broken.
 */
import { randomInt } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus, release, type } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

import { ROOT } from '../../scripts/support/tools.ts'
import { table, type Finding } from './lib/finding.ts'
import { FULL, PROMISES, SHORT, type PromiseRun, type Sizes } from './promises.ts'

const NUMBERS = ['seed', 'messages', 'kills', 'rounds', 'slow', 'frames'] as const

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    ...(Object.fromEntries(NUMBERS.map((name) => [name, { type: 'string' }])) as Record<
      (typeof NUMBERS)[number],
      { type: 'string' }
    >),
    short: { type: 'boolean', default: false },
  },
})

const number = (name: (typeof NUMBERS)[number], fallback: number): number => {
  const given = values[name]
  if (given === undefined) return fallback
  if (/^[1-9]\d*$/u.test(given)) return Number(given)
  console.error(`--${name} takes a whole number above 0.`)
  process.exit(2)
}

const sizesOf = (base: Sizes): Sizes => ({
  ...base,
  p1: { ...base.p1, messages: number('messages', base.p1.messages) },
  p4: { kills: number('kills', base.p4.kills) },
  p5: { ...base.p5, rounds: number('rounds', base.p5.rounds) },
  p9: { rounds: number('rounds', base.p9.rounds) },
  p20: { ...base.p20, slow: number('slow', base.p20.slow) },
  p23: {
    ...base.p23,
    overSocket: Math.ceil(number('frames', base.p23.overSocket * 2) / 2),
    inProcess: Math.ceil(number('frames', base.p23.inProcess * 2) / 2),
  },
})

const attempt = async ({ id, run }: PromiseRun, seed: number, sizes: Sizes): Promise<Finding> => {
  try {
    return await run(seed, sizes, (standing) => {
      console.log(`${id} so far: ${standing}`)
    })
  } catch (error) {
    const problem = error instanceof Error ? (error.stack ?? error.message) : String(error)
    const figure = `the run broke off: ${problem.split('\n')[0] ?? ''}`
    return { id, promise: '', figure, holds: false, seed, figures: {}, problems: [problem] }
  }
}

const unknown = positionals.filter((id) => !PROMISES.some((promise) => promise.id === id))
if (unknown.length > 0) {
  console.error(`Unknown ${unknown.join(', ')}; there are ${PROMISES.map(({ id }) => id).join(', ')}.`)
  process.exit(2)
}
const seed = number('seed', randomInt(1, 1_000_000))
const sizes = sizesOf(values.short ? SHORT : FULL)
const machine = `${type()} ${release()}, Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}`
console.log(`${machine}\nseed ${seed} (again with --seed ${seed})`)

// Thousands of processes are started and killed: each would translate the same files.
process.env['NODE_COMPILE_CACHE'] ??= join(ROOT, 'out/compile-cache')
const findings: Finding[] = []
for (const promise of PROMISES) {
  if (positionals.length > 0 && !positionals.includes(promise.id)) continue
  const begun = performance.now()
  console.log(`\n${promise.id} …`)
  const finding = await attempt(promise, seed, sizes)
  findings.push(finding)
  const seconds = Math.round((performance.now() - begun) / 1000)
  console.log(`${promise.id} ${finding.holds ? 'holds' : 'IS BROKEN'} (${seconds} s): ${finding.figure}`)
  for (const problem of finding.problems) console.log(`  ${problem}`)
}
mkdirSync(join(ROOT, 'out'), { recursive: true })
writeFileSync(join(ROOT, 'out/faults.json'), `${JSON.stringify({ machine, seed, findings }, null, 2)}\n`)
const broken = findings.filter(({ holds }) => !holds).map(({ id }) => id)
console.log(`\n${table(findings)}\n`)
console.log(broken.length === 0 ? 'Every promise holds.' : `Broken: ${broken.join(', ')}.`)
process.exit(broken.length === 0 ? 0 : 1)
