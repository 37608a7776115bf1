import type { ListEntry } from '../../../protocol/model/index.ts'
import { removeListEntry, saveListEntry } from '../../store/listEntries.ts'
import { savePrivateRemark } from '../../store/privateRemarks.ts'
import type { Appliers } from './applier.ts'
import type { Batch } from './batch.ts'

export const agentAppliers = {
  'list-entry.changed': (batch, { entry }) => placeListEntry(batch, entry),
  'list-entry.removed': ({ db, listed }, { conversationId }) => {
    removeListEntry(db, conversationId)
    listed(conversationId)
  },
  'private-remark.changed': ({ db }, { remark }) => savePrivateRemark(db, remark),
  'scope.followed': ({ onScope }, { scope }) => onScope(scope, 'followed'),
  'scope.lost': ({ onScope }, { scope }) => onScope(scope, 'lost'),
} satisfies Partial<Appliers>

/** Puts an entry in place; it contains what own messages before it have moved. */
export const placeListEntry = ({ db, listed }: Batch, entry: ListEntry): void => {
  saveListEntry(db, entry)
  listed(entry.conversationId)
}
