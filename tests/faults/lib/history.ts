/**
 * What a sender did, line by line in a file: written at once, so that it survives the sender.
 *
 * `try n`: about to be handed to the core. `kept n id`: the core promised to deliver it. `sent id`: it went out on a
 * connection; twice for one id means that the fate of the first was not known.
 */
import { closeSync, existsSync, openSync, readFileSync, writeSync } from 'node:fs'

export interface HistoryWriter {
  tried(number: number): void
  kept(number: number, id: string): void
  sent(id: string): void
  close(): void
}

export const openHistory = (file: string): HistoryWriter => {
  const descriptor = openSync(file, 'a')
  const line = (text: string): void => {
    writeSync(descriptor, `${text}\n`)
  }
  return {
    tried: (number) => line(`try ${number}`),
    kept: (number, id) => line(`kept ${number} ${id}`),
    sent: (id) => line(`sent ${id}`),
    close: () => closeSync(descriptor),
  }
}

export interface History {
  readonly tried: ReadonlySet<number>
  /** Ids by number. */
  readonly kept: ReadonlyMap<number, string>
  /** How often each id went out. */
  readonly sends: ReadonlyMap<string, number>
}

export const readHistory = (file: string): History => {
  const tried = new Set<number>()
  const kept = new Map<number, string>()
  const sends = new Map<string, number>()
  for (const line of existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []) {
    const [what, first = '', second = ''] = line.split(' ')
    if (what === 'try') tried.add(Number(first))
    else if (what === 'kept') kept.set(Number(first), second)
    else if (what === 'sent') sends.set(first, (sends.get(first) ?? 0) + 1)
  }
  return { tried, kept, sends }
}

/** Notes the messages among the frames that go out. */
export const noteSends = (history: HistoryWriter, text: string): void => {
  const match = /^\{"t":"command","id":"([\w-]+)","name":"(?:message\.send|customer\.write)"/u.exec(text)
  if (match?.[1]) history.sent(match[1])
}
