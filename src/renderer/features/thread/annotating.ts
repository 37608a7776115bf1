import { createContext } from 'react'
import { create } from 'zustand'

import type { AnnotationName, Message, MessageId } from '../../../protocol/model/index.ts'
import { forgetWithAgent } from '../../core/index.ts'

/** What somebody here has asked a service about messages, until it is there to be read. */
interface Asked {
  /** On their way to the server. */
  readonly asking: ReadonlySet<string>
  /** Not even asked, and why not: the sentence. */
  readonly failures: ReadonlyMap<string, string>
  /** What comes of these is read out, once. */
  readonly awaited: ReadonlySet<string>
}

const NOTHING: Asked = { asking: new Set(), failures: new Map(), awaited: new Set() }

export const useAsked = create<Asked>()(() => NOTHING)

forgetWithAgent(() => {
  useAsked.setState(NOTHING)
})

export const keyOf = (id: MessageId, name: AnnotationName): string => `${id} ${name}`

export const noteAsking = (key: string): void => {
  useAsked.setState(({ asking, failures, awaited }) => ({
    asking: new Set(asking).add(key),
    failures: new Map([...failures].filter(([other]) => other !== key)),
    awaited: new Set(awaited).add(key),
  }))
}

/** `failure` null: the server has taken it. */
export const noteAsked = (key: string, failure: string | null): void => {
  useAsked.setState(({ asking, failures, awaited }) => {
    const others = without(asking, key)
    return failure === null
      ? { asking: others }
      : { asking: others, failures: new Map(failures).set(key, failure), awaited: without(awaited, key) }
  })
}

export const noteReadOut = (key: string): void => {
  useAsked.setState(({ awaited }) => ({ awaited: without(awaited, key) }))
}

const without = (keys: ReadonlySet<string>, key: string): ReadonlySet<string> => {
  const others = new Set(keys)
  others.delete(key)
  return others
}

/** Asks services about messages; null: there is nobody here who could be asked. */
export interface Annotating {
  /** What can be asked about the message now; null: nothing, or it is there or on its way. */
  readonly wantedOf: (message: Message) => AnnotationName | null
  readonly ask: (message: Message) => void
}

export const AnnotatingContext = createContext<Annotating | null>(null)
