import { create } from 'zustand'

import type { RecordHit } from '../../../client/api.ts'
import { forgetWithAgent } from '../../core/index.ts'

/** The message of somebody else's conversation that is being read, if any is. */
export const useOpenRecord = create<{ readonly hit: RecordHit | null }>()(() => ({ hit: null }))

export const openRecord = (hit: RecordHit | null): void => {
  useOpenRecord.setState({ hit })
}

forgetWithAgent(() => {
  openRecord(null)
})
