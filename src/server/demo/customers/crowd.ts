/**
 * Who is at the door of the demonstration: keeps the scripted customers that are there and lets new ones come.
 *
 * One waits from the first minute on. Others come while an agent is connected and few are waiting, each with another
 * script, so that the desk is neither empty nor overrun; or nobody, for whoever shows or tests something and wants the desk
 * to stay as it is.
 */
import type { Clock } from '../../../base/clock.ts'
import type { Ids } from '../../../base/ids.ts'
import { widgets } from '../content/company.ts'
import { personOf } from '../content/people.ts'
import { orderNumber } from '../content/slots.ts'
import { startDialogue } from '../dialogue/dialogue.ts'
import { scripts } from '../dialogue/scripts.ts'
import type { Random } from '../random.ts'
import type { Connect } from './customerConnection.ts'
import type { Player } from './player.ts'
import { playCustomer, type ScriptedCustomer } from './scriptedCustomer.ts'

export interface Crowd {
  stop(): void
}

export interface CrowdOptions {
  /** Who was there when the server stopped, or is to be there at first. */
  readonly players: readonly Player[]
  /** The server's address, `http://host:port`. */
  readonly serverUrl: string
  /** Address of the shop page the customers come from. */
  readonly page: string
  readonly connect: Connect
  readonly clock: Clock
  readonly ids: Ids
  readonly random: Random
  /** Whether others come. */
  readonly newcomers: boolean
  readonly agentsConnected: () => number
  /** Keeps the players; called at each change. */
  readonly save: (players: readonly Player[]) => void
}

/** With so many waiting nobody else comes. */
const MOST_WAITING = 3
/** Nor with so many there at all: an agent who tries things out is not to be overrun. */
const MOST_PRESENT = 7
/** How long until the next one comes. */
const EACH_MS = [35_000, 80_000] as const

export const gatherCrowd = (options: CrowdOptions): Crowd => {
  const { clock, random } = options
  const players = new Map(options.players.map((player) => [player.id, player]))
  const customers = new Map<string, ScriptedCustomer>()
  let cancel = (): void => undefined

  const save = (): void => {
    options.save([...players.values()])
  }

  const play = (player: Player): void => {
    const customer = playCustomer({
      ...options,
      player,
      onChange: (changed) => {
        players.set(changed.id, changed)
        save()
      },
      onGone: () => {
        players.delete(player.id)
        customers.delete(player.id)
        save()
      },
    })
    customers.set(player.id, customer)
  }

  /** Not yet with an agent; who has not reached the server yet counts too. */
  const waiting = (): number =>
    [...customers.values()].filter(
      (customer) => !['assigned', 'active', 'ended'].includes(customer.session()),
    ).length

  const present = (): number =>
    [...customers.values()].filter((customer) => customer.session() !== 'ended').length

  const comeLater = (): void => {
    cancel = clock.after(random.int(...EACH_MS), () => {
      if (options.agentsConnected() > 0 && waiting() < MOST_WAITING && present() < MOST_PRESENT) {
        const player = newcomer(options, [...players.values()])
        players.set(player.id, player)
        save()
        play(player)
      }
      comeLater()
    })
  }

  for (const player of players.values()) play(player)
  if (options.newcomers) comeLater()
  return {
    stop: () => {
      cancel()
      for (const customer of customers.values()) customer.stop()
    },
  }
}

/** Somebody new, with a script that nobody plays just now. */
const newcomer = ({ clock, ids, random }: CrowdOptions, present: readonly Player[]): Player => {
  const playing = new Set(present.map(({ dialogue }) => dialogue.scriptId))
  const free = scripts.filter(({ id }) => !playing.has(id))
  const script = random.pick(free.length > 0 ? free : scripts)
  const person = personOf(random, script.language)
  return {
    id: ids.next(),
    widgetId: random.pick(widgets).id,
    token: null,
    opened: false,
    dialogue: startDialogue(script, {
      name: person.name,
      phone: person.phone,
      email: person.email,
      order: orderNumber(random, clock.now()),
      productId: random.pick(script.productIds),
    }),
    answeredSeq: 0,
    outbox: [],
    nudges: 0,
  }
}
