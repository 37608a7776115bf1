import { it } from 'vitest'

import { holdsInShort, PATIENCE_MS } from './lib/shortRun.ts'

it(
  'P1 R-17-020 messages arrive once and in order while the server is killed and connections are cut',
  async () => {
    await holdsInShort('P1')
  },
  PATIENCE_MS,
)
