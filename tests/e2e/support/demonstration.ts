/**
 * The data of a demonstration, made once and copied for each journey: its customer has come and waits, its messages can be
 * searched.
 *
 * To make it anew took every journey longer than some of them take, and the customer came while the journey was looking.
 */
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

import { makeFastFolder } from '../../support/fastFolder.ts'
import { startProductServer } from '../../support/productServer.ts'

export interface Demonstration {
  copyInto(folder: string): void
  remove(): void
}

/** Who is there at first stays; others would come when a machine is slow, and only then. */
export const DEMONSTRATION_ENV = { FOYER_DEMO_NEWCOMERS: 'off' }

export const makeDemonstration = async (): Promise<Demonstration> => {
  const folder = makeFastFolder('foyer-demonstration-')
  const server = await startProductServer({ demo: true, folder, env: DEMONSTRATION_ENV })
  while (!haveCome(folder)) await wait(50)
  await server.dispose()
  // Each copy opens a shop of its own.
  const file = join(folder, 'demo.json')
  const kept = JSON.parse(readFileSync(file, 'utf8')) as object
  writeFileSync(file, JSON.stringify({ ...kept, shopPort: 0 }))
  return {
    copyInto: (copy) => {
      cpSync(folder, copy, { recursive: true })
    },
    remove: () => {
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

interface Player {
  readonly opened: boolean
  readonly outbox: readonly unknown[]
}

/** Whether everybody has said what they came for. */
const haveCome = (folder: string): boolean => {
  const players = JSON.parse(readFileSync(join(folder, 'demo-customers.json'), 'utf8')) as readonly Player[]
  return players.every(({ opened, outbox }) => opened && outbox.length === 0)
}
