/** Who came, when, with what, and whom they met: decided before a word is said. */
import type { Agent, GroupId } from '../../../protocol/model/index.ts'
import type { Random } from '../random.ts'
import { agents, DESK_AGENT, groups, widgets } from './company.ts'
import { personOf, type Person } from './people.ts'
import { products, type Product } from './products.ts'
import type { Scenario } from './scenario.ts'
import { scenariosEn } from './scenariosEn.ts'
import { scenariosZh } from './scenariosZh.ts'
import { workingMoment } from './times.ts'

const CUSTOMERS = 290
const DAYS = 60

/** All visits, the oldest first. */
export const plansOf = (random: Random, now: number): Plan[] =>
  [
    ...Array.from({ length: CUSTOMERS }, () => pastPlan(random, now)),
    returningPlan(random, now),
    ...LIVE.map((live) => livePlan(random, now, live)),
  ].toSorted((a, b) => a.start - b.start)

export interface Plan {
  readonly person: Person
  readonly scenario: Scenario
  /** When the first session began. */
  readonly start: number
  readonly handler: Agent
  /** Only so many lines were said, the last one so long ago; the session is still open. */
  readonly live: Live | null
  readonly player: 'none' | 'live' | 'waiting'
  readonly scriptId: string
}

interface Live {
  readonly scriptId: string
  readonly topic: string
  readonly lines: number
  readonly agoMs: number
  /** Messages of the customer that the desk has not read. */
  readonly unread: number
}

/** What lies on the desk when the workbench opens for the first time. */
const LIVE: readonly Live[] = [
  { scriptId: 'parcel', topic: '订单进度', lines: 6, agoMs: 50_000, unread: 1 },
  { scriptId: 'sour', topic: '使用问题', lines: 4, agoMs: 130_000, unread: 1 },
  { scriptId: 'invoice', topic: '开发票', lines: 4, agoMs: 260_000, unread: 0 },
  { scriptId: 'abroad', topic: 'shipping and voltage', lines: 3, agoMs: 480_000, unread: 0 },
]

export const scenarios = [...scenariosZh, ...scenariosEn]

const pastPlan = (random: Random, now: number): Plan => {
  const scenario = random.pick(random.chance(0.75) ? scenariosZh : scenariosEn)
  return {
    person: personOf(random, scenario.language),
    scenario,
    start: workingMoment(random, now, random.int(1, DAYS)),
    handler: handlerFor(random, scenario),
    live: null,
    player: 'none',
    scriptId: '',
  }
}

/** The customer who waits when the workbench opens has been here before, and was served by a colleague. */
const returningPlan = (random: Random, now: number): Plan => ({
  person: { ...personOf(random, 'zh-CN'), name: '沈若溪', polite: '沈女士' },
  scenario: scenarioOf('使用问题'),
  start: workingMoment(random, now, 34),
  handler: agentById('zhou-yuan'),
  live: null,
  player: 'waiting',
  scriptId: 'leak',
})

const livePlan = (random: Random, now: number, live: Live): Plan => {
  const scenario = scenarioOf(live.topic)
  return {
    person: personOf(random, scenario.language),
    scenario,
    start: now - live.agoMs,
    handler: agentById(DESK_AGENT),
    live,
    player: 'live',
    scriptId: live.scriptId,
  }
}

/** A scenario that the same people would meet again. */
export const sameDesk = (one: Scenario, other: Scenario): boolean =>
  one.groupId === other.groupId && one.language === other.language

export const productFor = (random: Random, scenario: Scenario): Product =>
  random.pick(products.filter(({ id }) => scenario.productIds.includes(id)))

const scenarioOf = (topic: string): Scenario => {
  const scenario = scenarios.find((candidate) => candidate.topic === topic)
  if (!scenario) throw new Error(`no scenario "${topic}"`)
  return scenario
}

/** What is on the desk came to the desk's own group, whatever it is about. */
export const groupFor = ({ scenario, live }: Plan): GroupId => {
  const group = groups.find(({ id }) => id === (live ? 'main' : scenario.groupId))
  if (!group) throw new Error(`no group for "${scenario.topic}"`)
  return group.id
}

export const widgetFor = (plan: Plan): (typeof widgets)[number] => {
  const groupId = groupFor(plan)
  const widget = widgets.find((candidate) => candidate.groupId === groupId)
  if (!widget) throw new Error(`no widget leads to "${groupId}"`)
  return widget
}

const handlerFor = (random: Random, scenario: Scenario): Agent => {
  const members = groups.find(({ id }) => id === scenario.groupId)?.memberIds ?? []
  // Grace takes most of what comes in English before a purchase.
  if (scenario.language === 'en' && scenario.groupId === 'presales' && random.chance(0.7))
    return agentById('grace-liu')
  return agentById(random.pick(members))
}

const agentById = (id: string): Agent => {
  const agent = agents.find((candidate) => candidate.id === id)
  if (!agent) throw new Error(`no agent "${id}"`)
  return agent
}
