/** Runs one request of `databases.browser.test.ts` inside a worker, the only place where OPFS files open. */
import { systemClock } from '../../src/base/clock.ts'
import { createOpfsDatabases } from '../../src/client/worker/databases.ts'
import { runDriverCase } from '../support/driverConformance.ts'

export interface OpfsRequest {
  readonly pool: string
  readonly now: number
  readonly steps: readonly OpfsStep[]
}
export type OpfsStep =
  | { readonly do: 'case'; readonly name: string }
  | { readonly do: 'put'; readonly database: string; readonly text: string }
  | { readonly do: 'read'; readonly database: string }
  | { readonly do: 'moveAside' | 'remove'; readonly database: string }
  | { readonly do: 'both' }
  | { readonly do: 'release' | 'hold' }

const perform = async (request: OpfsRequest): Promise<unknown[]> => {
  const databases = await createOpfsDatabases({ ...systemClock, now: () => request.now }, request.pool)
  const answers: unknown[] = []
  for (const step of request.steps) {
    switch (step.do) {
      case 'case': {
        const db = await databases.open('own')
        runDriverCase(step.name, db)
        db.close()
        break
      }
      case 'put': {
        const db = await databases.open(step.database)
        db.exec('create table if not exists note (text text)')
        db.run('insert into note values (?)', [step.text])
        db.close()
        break
      }
      case 'read': {
        const db = await databases.open(step.database)
        db.exec('create table if not exists note (text text)')
        answers.push(db.all<{ text: string }>('select text from note').map((row) => row.text))
        db.close()
        break
      }
      case 'both': {
        const [own, cache] = [await databases.open('own-2'), await databases.open('cache-2')]
        for (const db of [own, cache]) db.exec('create table if not exists note (text text)')
        own.transaction(() => cache.transaction(() => own.run("insert into note values ('x')")))
        answers.push([own, cache].map((db) => db.get<{ n: number }>('select count(*) as n from note')?.n))
        answers.push([own, cache].map((db) => Object.values(db.get('pragma synchronous') ?? {})[0]))
        answers.push([own, cache].map((db) => Object.values(db.get('pragma journal_mode') ?? {})[0]))
        break
      }
      case 'moveAside':
        await databases.moveAside(step.database)
        break
      case 'remove':
        await databases.remove(step.database)
        break
      case 'release':
        databases.release()
        break
      case 'hold':
        await databases.open('own')
        break
    }
  }
  return answers
}

self.addEventListener('message', (event: MessageEvent<OpfsRequest>) => {
  perform(event.data).then(
    (answers) => self.postMessage({ answers }),
    (error: unknown) =>
      self.postMessage({
        error: error instanceof Error ? error.message : 'something was thrown',
      }),
  )
})
