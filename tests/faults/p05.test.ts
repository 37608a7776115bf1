import { it } from 'vitest'

import { holdsInShort, PATIENCE_MS } from './lib/shortRun.ts'

it(
  'P5 a damaged cache costs no message, no draft and nothing unsent',
  async () => {
    await holdsInShort('P5')
  },
  PATIENCE_MS,
)
