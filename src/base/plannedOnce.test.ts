import Database from 'better-sqlite3'
import { expect, it } from 'vitest'

import { plannedOnce } from './plannedOnce.ts'

it('changes neither what a statement answers nor which index it takes', () => {
  const db = new Database(':memory:')
  db.exec(`create table thing (kind text not null, size integer not null, token text) strict;
    create index thing_kind on thing (kind, size);
    create unique index thing_token on thing (token) where token is not null;
    insert into thing values ('a', 1, 't1'), ('a', 2, null), ('b', 3, 't3')`)
  for (const [text, values] of [
    ['select size from thing where kind = ? and size > ? order by size limit ?', ['a', 1, 5]],
    ['select size from thing where kind in (?, ?) order by size', ['a', 'b']],
    ['select size from thing where token = ?', ['t3']],
    ['select t.size from thing t join thing o on o.kind = t.kind where o.token = ?', ['t1']],
  ] as const) {
    const answers = [text, plannedOnce(text)].map((each) => [
      db.prepare<unknown[]>(each).all(...values),
      db
        .prepare<unknown[], { detail: string }>(`explain query plan ${each}`)
        .all(...values)
        .map(({ detail }) => detail),
    ])
    expect(answers[1]).toEqual(answers[0])
  }
  db.close()
})
