import { afterEach, describe, expect, it } from 'vitest'

import { driverCaseNames } from '../../../tests/support/driverConformance.ts'
import type { OpfsRequest, OpfsStep } from '../../../tests/workers/opfs.ts'

const workers: Worker[] = []
afterEach(() => {
  for (const worker of workers.splice(0)) worker.terminate()
})

const perform = (pool: string, steps: readonly OpfsStep[], now = 0): Promise<unknown[]> => {
  const worker = new Worker(new URL('../../../tests/workers/opfs.ts', import.meta.url), { type: 'module' })
  workers.push(worker)
  const request: OpfsRequest = { pool, steps, now }
  worker.postMessage(request)
  return new Promise((resolve, reject) => {
    worker.addEventListener('message', (event: MessageEvent<{ answers?: unknown[]; error?: string }>) => {
      if (event.data.answers) resolve(event.data.answers)
      else reject(new Error(event.data.error))
    })
  })
}

describe('SQLite-WASM, OPFS', () => {
  it.each(driverCaseNames)('%s', async (name) => {
    await perform(`case-${driverCaseNames.indexOf(name)}`, [{ do: 'case', name }])
  })

  it('keeps what was written over the death of its worker', async () => {
    await perform('keep', [{ do: 'put', database: 'own', text: 'a' }, { do: 'hold' }])
    workers.splice(0).forEach((worker) => {
      worker.terminate()
    })
    expect(await perform('keep', [{ do: 'read', database: 'own' }])).toEqual([['a']])
  })

  it('gives its files to another worker when released', async () => {
    await perform('give', [{ do: 'put', database: 'own', text: 'a' }, { do: 'hold' }, { do: 'release' }])
    expect(await perform('give', [{ do: 'read', database: 'own' }])).toEqual([['a']])
  })

  it('holds two databases in one pool, own on the disk at each commit', async () => {
    expect(await perform('two', [{ do: 'both' }])).toEqual([
      [1, 0],
      [2, 1],
      ['wal', 'wal'],
    ])
  })

  it('begins anew when moved aside, and erases all of it when removed', async () => {
    const read: OpfsStep = { do: 'read', database: 'cache-1' }
    const put: OpfsStep = { do: 'put', database: 'cache-1', text: 'old' }
    expect(await perform('aside', [put, { do: 'moveAside', database: 'cache-1' }, read], 1000)).toEqual([[]])
    workers.splice(0).forEach((worker) => {
      worker.terminate()
    })
    expect(await perform('aside', [read, put, { do: 'remove', database: 'cache-1' }, read], 2000)).toEqual([
      [],
      [],
    ])
  })
})
