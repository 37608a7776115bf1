import { it } from 'vitest'

import { holdsInShort, PATIENCE_MS } from './lib/shortRun.ts'

it(
  'P20 clients that stop reading are cut as slow-consumer, hurt nobody, and come back with everything',
  async () => {
    await holdsInShort('P20')
  },
  PATIENCE_MS,
)
