import { removeListEntry, saveListEntry } from '../../store/listEntries.ts'
import type { Appliers } from './applier.ts'

export const agentAppliers = {
  'list-entry.changed': ({ db }, { entry }) => saveListEntry(db, entry),
  'list-entry.removed': ({ db }, { conversationId }) => removeListEntry(db, conversationId),
  'scope.followed': ({ onScope }, { scope }) => onScope(scope, 'followed'),
  'scope.lost': ({ onScope }, { scope }) => onScope(scope, 'lost'),
} satisfies Partial<Appliers>
