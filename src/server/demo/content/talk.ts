import type { Random } from '../random.ts'
import type { Scenario } from './scenario.ts'
import { fill, type Slots } from './slots.ts'

/** A message of a history; `at` counts from the first one. */
export interface Line {
  readonly from: 'customer' | 'agent'
  readonly text: string
  readonly at: number
}

/** One conversation after the scenario, at the pace of people who read, think and type. `upTo`: only its beginning. */
export const talkOf = (random: Random, scenario: Scenario, slots: Slots, upTo?: number): Line[] => {
  const lines: Line[] = []
  let at = 0
  let chosen = 0
  for (const { from, wordings, probability, answers } of scenario.lines.slice(0, upTo)) {
    if (!random.chance(probability)) continue
    if (!answers) chosen = random.int(0, wordings.length - 1)
    const text = fill(wordings[chosen] ?? random.pick(wordings), slots)
    const thinking = lines.length === 0 ? 0 : from === 'agent' ? random.int(6, 45) : random.int(9, 80)
    at += (thinking + Math.ceil(text.length / 4)) * 1000
    lines.push({ from, text, at })
  }
  return lines
}
