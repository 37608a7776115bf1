/** T4: a page that got out of hand says what it likes to the main process, and nothing of it reaches a handler. */
import { EventEmitter } from 'node:events'

import type { IpcMainEvent, IpcMainInvokeEvent } from 'electron'

import { hearWindows, type WindowHandlers } from '../../../src/main/ipc/hearWindows.ts'
import { createRandom } from '../../../src/server/demo/random.ts'
import { AGREED, spoiled, type Speech } from '../../support/windowSpeech.ts'
import { bound, LONGEST_LIST, type Finding } from '../lib/finding.ts'

export interface T4Size {
  /** For each thing that can be said. */
  readonly cases: number
}

type Event = IpcMainEvent & IpcMainInvokeEvent

const eventFrom = (senderFrame: unknown): Event => ({ sender: {}, senderFrame }) as Event

const PAGE = eventFrom({ url: 'app://foyer/index.html', parent: null })
const STRANGERS: readonly Event[] = [
  null,
  { url: 'app://foyer/index.html', parent: {} },
  { url: 'app://foyer.example/index.html', parent: null },
  { url: 'https://evil.example/', parent: null },
  { url: 'about:blank', parent: null },
].map(eventFrom)

/** Says it, and tells which handlers heard it and what was answered. */
const createEar = (): ((
  event: Event,
  speech: Speech,
) => { readonly heard: number; readonly answer: string }) => {
  const told = new EventEmitter()
  let asked: (event: Event, ...said: unknown[]) => unknown = () => undefined
  let heard = 0
  const hears = (): undefined => {
    heard += 1
  }
  const handlers = (channel: Speech['channel']): object =>
    Object.fromEntries(AGREED.filter((one) => one.channel === channel).map(({ name }) => [name, hears]))
  hearWindows(
    {
      on: (channel, listener) => told.on(channel, listener) as never,
      handle: (_channel, listener) => {
        asked = listener
      },
    },
    { messages: handlers('shell.tell'), requests: handlers('shell.ask') } as WindowHandlers,
  )
  return (event, { channel, said }) => {
    heard = 0
    try {
      if (channel === 'shell.tell') told.emit(channel, event, ...said)
      else asked(event, ...said)
      return { heard, answer: '' }
    } catch (error) {
      return { heard, answer: error instanceof Error ? error.message : 'thrown' }
    }
  }
}

export const runT4 = async (seed: number, { cases }: T4Size): Promise<Finding> => {
  const random = createRandom(seed)
  const say = createEar()
  const problems: string[] = []
  let count = 0
  const look = (
    event: Event,
    speech: Speech,
    wanted: { readonly heard: number; readonly answer: string },
  ): void => {
    count += 1
    const found = say(event, speech)
    if (found.heard !== wanted.heard || found.answer !== wanted.answer)
      problems.push(
        `${speech.name}: ${JSON.stringify(found)} for ${JSON.stringify(speech.said).slice(0, 300)}`,
      )
  }
  for (const speech of AGREED) {
    const refused = { heard: 0, answer: speech.channel === 'shell.ask' ? 'refused' : '' }
    look(PAGE, speech, { heard: 1, answer: '' })
    for (const stranger of STRANGERS) look(stranger, speech, refused)
    for (let done = 0; done < cases; done += 1) look(PAGE, spoiled(random, speech), refused)
  }
  return {
    id: 'T4',
    promise: 'a page gets nothing from the main process that was not agreed',
    figure: `${problems.length} wrong of ${count} cases over ${AGREED.length} names; ${bound(count)}`,
    holds: problems.length === 0,
    seed,
    figures: { cases: count, names: AGREED.length, wrong: problems.length },
    problems: problems.slice(0, LONGEST_LIST),
  }
}
