import { it } from 'vitest'

import { holdsInShort, PATIENCE_MS } from './lib/shortRun.ts'

it(
  'P6 files of a newer program are left untouched',
  async () => {
    await holdsInShort('P6')
  },
  PATIENCE_MS,
)
