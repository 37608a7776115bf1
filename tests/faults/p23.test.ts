import { it } from 'vitest'

import { holdsInShort, PATIENCE_MS } from './lib/shortRun.ts'

it(
  'P23 every frame is answered or refused with a type',
  async () => {
    await holdsInShort('P23')
  },
  PATIENCE_MS,
)
