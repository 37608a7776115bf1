import { it } from 'vitest'

import { holdsInShort, PATIENCE_MS } from './lib/shortRun.ts'

it(
  'P14 R-02-120 R-02-125 of a hundred agents who accept one session one wins, and automatic assignment counts as one of them',
  async () => {
    await holdsInShort('P14')
  },
  PATIENCE_MS,
)

it(
  'P15 R-02-006 R-02-091 no arrival lifts an agent above the capacity, and none waits for somebody who is free',
  async () => {
    await holdsInShort('P15')
  },
  PATIENCE_MS,
)

it(
  'P16 R-02-003 a session has one owner, whatever happens to it at once',
  async () => {
    await holdsInShort('P16')
  },
  PATIENCE_MS,
)

it(
  'P17 no more wait for a group than may, however many come at once',
  async () => {
    await holdsInShort('P17')
  },
  PATIENCE_MS,
)

it(
  'P18 R-02-007 timers fire once, however often the server is killed meanwhile',
  async () => {
    await holdsInShort('P18')
  },
  PATIENCE_MS,
)
