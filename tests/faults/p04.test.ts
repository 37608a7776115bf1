import { it } from 'vitest'

import { holdsInShort, PATIENCE_MS } from './lib/shortRun.ts'

it(
  'P4 a client killed while writing leaves sound files and loses nothing it promised to send',
  async () => {
    await holdsInShort('P4')
  },
  PATIENCE_MS,
)
