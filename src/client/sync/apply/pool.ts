import { removePoolEntry, savePoolEntry } from '../../store/pool.ts'
import type { Appliers } from './applier.ts'

export const poolAppliers = {
  'pool.entered': ({ db }, { entry }) => savePoolEntry(db, entry),
  'pool.changed': ({ db }, { entry }) => savePoolEntry(db, entry),
  'pool.left': ({ db }, { sessionId }) => removePoolEntry(db, sessionId),
} satisfies Partial<Appliers>
