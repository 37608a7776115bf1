import { CustomerId, TagId, type AgentId, type Customer } from '../../../protocol/model/index.ts'
import type { Random } from '../random.ts'
import type { Person } from './people.ts'
import type { Scenario } from './scenario.ts'
import { fill, type Slots } from './slots.ts'
import { idAt } from './threadBuilder.ts'

const SOURCES: readonly (readonly [string, number])[] = [
  ['shop.qimu.example', 8],
  ['', 4],
  ['search.example', 3],
  ['utm_campaign=autumn-coffee', 3],
  ['blog.qimu.example/espresso-for-beginners', 2],
  ['video.example/channel/qimu', 2],
]

/** The customer as the library would know them after what was talked about. */
export const customerOf = (
  random: Random,
  number: number,
  person: Person,
  { scenario, slots, handlerId, createdAt }: Visit,
): Customer => {
  const owned = random.chance(0.3)
  const bought = scenario.groupId !== 'presales'
  const anonymous = random.chance(0.12)
  return {
    id: CustomerId.parse(idAt(random, createdAt)),
    number,
    // Some never say who they are.
    name: anonymous ? '' : person.name,
    phone: !anonymous && random.chance(0.7) ? person.phone : '',
    email: !anonymous && random.chance(0.45) ? person.email : '',
    company:
      scenario.tags.includes('business') || scenario.tags.includes('cafe') ? (slots['company'] ?? '') : '',
    region: person.language === 'en' ? `${person.region}` : `${person.region} ${person.city}`,
    language: person.language,
    source: random.weighted(SOURCES),
    type: bought ? 'won' : random.chance(0.6) ? 'potential' : 'new',
    ownership: owned ? 'owned' : random.chance(0.3) ? 'team-pool' : 'company-pool',
    ownerId: owned ? handlerId : null,
    tagIds: tagsFor(random, scenario, bought).map((id) => TagId.parse(id)),
    note: scenario.note && random.chance(0.7) ? fill(scenario.note, slots) : '',
    createdAt,
    version: 1,
  }
}

export interface Visit {
  readonly scenario: Scenario
  readonly slots: Slots
  readonly handlerId: AgentId
  readonly createdAt: number
}

/** In the order the store keeps them. */
const tagsFor = (random: Random, scenario: Scenario, bought: boolean): string[] => {
  const tags = new Set(scenario.tags.filter(() => random.chance(0.8)))
  if (bought && random.chance(0.3)) tags.add('loyal')
  if (random.chance(0.15)) tags.add('member')
  return [...tags].toSorted()
}
