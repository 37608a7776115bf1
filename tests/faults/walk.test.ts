import { it } from 'vitest'

import { holdsInShort, PATIENCE_MS } from './lib/shortRun.ts'

it(
  'R-02-002 whatever reception is doing when the server dies, nothing is lost and nobody is stuck',
  async () => {
    await holdsInShort('WALK')
  },
  PATIENCE_MS,
)
