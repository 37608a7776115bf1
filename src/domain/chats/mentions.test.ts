import { expect, it } from 'vitest'

import type { AgentId } from '../../protocol/model/index.ts'
import { mentionedIn } from './mentions.ts'

const [an, anna, bo] = ['an', 'anna', 'bo'].map((id) => id as AgentId) as [AgentId, AgentId, AgentId]
const members = [
  { id: an, name: '李安' },
  { id: anna, name: '李安娜' },
  { id: bo, name: 'Bo' },
]

it('an "@" before a name addresses whom it names, the longest name that fits', () => {
  expect(mentionedIn('@李安娜 你看 @Bo', members)).toEqual([anna, bo])
  expect(mentionedIn('请@李安确认', members)).toEqual([an])
  expect(mentionedIn('写给 max@Bo 的信，@ 李安', members)).toEqual([])
})

it('everybody can be addressed at once', () => {
  expect(mentionedIn('@所有人 开会了', members)).toEqual([an, anna, bo])
  expect(mentionedIn('@所有人 开会了', members, false)).toEqual([])
  expect(mentionedIn('@all please read', members)).toEqual([an, anna, bo])
})
