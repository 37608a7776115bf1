import { it } from 'vitest'

import { holdsInShort, PATIENCE_MS } from './lib/shortRun.ts'

it(
  'T4 what a page says to the main process is refused unless it is agreed and comes from its top frame',
  async () => {
    await holdsInShort('T4')
  },
  PATIENCE_MS,
)
