import { sql } from '../../base/sql.ts'
import type { AgentId } from '../../protocol/model/index.ts'
import type { ReadDb, WriteDb } from './database.ts'

/** Facts of this device: its id, who is signed in, the last known difference of the clocks, whether anybody is at it, what an agent who signed in here holds back. */
export type DeviceFact = 'device-id' | 'signed-in' | 'clock-offset' | 'idle' | `endings:${AgentId}`

export const readFact = (db: ReadDb, key: DeviceFact): string | null =>
  db.get<{ value: string }>(sql`select value from device where key = ${key}`)?.value ?? null

export const saveFact = (db: WriteDb, key: DeviceFact, value: string | null): void => {
  if (value === null) db.run(sql`delete from device where key = ${key}`)
  else db.run(sql`insert or replace into device (key, value) values (${key}, ${value})`)
}
