import { expect, it } from 'vitest'

import { settingsNamed } from './settingsSearch.ts'

const words = {
  about: 'How customers are given to agents.',
  capacity: 'Customers per agent at most',
  pool: 'Pending pool',
  poolHint: 'Whoever cannot be received at once waits.',
  range: '{{least}} to {{most}} waits',
  kinds: { bot: 'A bot waits', text: 'Show a text' },
  problems: { wait: 'Waits too long' },
}

it('a setting is found by its name or its hint, wherever it stands; what explains or goes wrong is none', () => {
  expect(settingsNamed(words, ' WAITS ')).toEqual(['Pending pool', 'A bot waits'])
  expect(settingsNamed(words, 'agent')).toEqual(['Customers per agent at most'])
  expect(settingsNamed(words, '')).toEqual([])
})
