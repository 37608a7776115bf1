import { it } from 'vitest'

import { holdsInShort, PATIENCE_MS } from './lib/shortRun.ts'

it(
  'P9 a key store that is lost, exchanged or refuses costs no file and nothing unsent',
  async () => {
    await holdsInShort('P9')
  },
  PATIENCE_MS,
)
