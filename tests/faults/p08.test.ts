import { it } from 'vitest'

import { holdsInShort, PATIENCE_MS } from './lib/shortRun.ts'

it(
  'P8 a full disk leaves everything readable, is told, and passes without a restart',
  async () => {
    await holdsInShort('P8')
  },
  PATIENCE_MS,
)
