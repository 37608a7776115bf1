import type { Clock } from '../../base/clock.ts'
import type { Ids } from '../../base/ids.ts'
import type { Storage } from '../shared/storage.ts'
import type { Connection } from './connection.ts'
import { createPace } from './pace.ts'
import type { Screen } from './screen.ts'

/** How far the thread has come here and how far it was read; the server learns of both. */
export interface Reading {
  /** The newest message the server has sent; the number of an own message may be known before the ones below it. */
  cursor(): number
  arrived(seq: number): void
  /** Whether somebody can see the conversation now. */
  setVisible(visible: boolean): void
  note(): void
  /** Another thread comes to the screen. */
  restart(): void
  /** What was read belonged to somebody else. */
  forget(): void
  /** Takes up where this browser has stopped reading the thread of whoever is shown. */
  resume(key: string): void
}

export interface ReadingPorts {
  readonly storage: Storage
  readonly clock: Clock
  readonly ids: Ids
  readonly screen: Screen
  readonly send: Connection['send']
}

const ACKNOWLEDGE_EVERY_MS = 1000
const NOTHING = { deliveredSeq: 0, readSeq: 0 }

export const createReading = ({ storage, clock, ids, screen, send }: ReadingPorts): Reading => {
  let cursor = 0
  let key = READ
  let visible = false
  let acknowledged = NOTHING

  const acknowledge = createPace(clock, ACKNOWLEDGE_EVERY_MS, () => {
    const wanted = { deliveredSeq: cursor, readSeq: Math.min(screen.view().readSeq, cursor) }
    const isNew = wanted.deliveredSeq > acknowledged.deliveredSeq || wanted.readSeq > acknowledged.readSeq
    if (!isNew) return
    const sent = send({ t: 'command', id: ids.next(), name: 'customer.acknowledge', args: wanted })
    if (sent) acknowledged = wanted
  })

  const note = (): void => {
    if (visible && cursor > screen.view().readSeq) {
      storage.set(key, String(cursor))
      screen.update({ readSeq: cursor })
    }
    acknowledge()
  }

  return {
    cursor: () => cursor,
    arrived: (seq) => {
      cursor = Math.max(cursor, seq)
    },
    setVisible: (next) => {
      visible = next
      note()
    },
    note,
    restart: () => {
      cursor = 0
      acknowledged = NOTHING
    },
    forget: () => {
      storage.remove(READ)
    },
    resume: (next) => {
      key = next === '' ? READ : `${READ}.${next}`
      screen.update({ readSeq: readSeqIn(storage, key) })
    },
  }
}

const READ = 'read'

/** How far the anonymous visitor's own thread was read before. */
export const readSeqIn = (storage: Storage, key = READ): number => Number(storage.get(key) ?? 0) || 0
