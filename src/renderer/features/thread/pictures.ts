import { createContext } from 'react'

import type { Message } from '../../../protocol/model/index.ts'

export interface Picture {
  readonly fileId: string
  readonly name: string
}

/** All pictures of the thread that is shown, in its order; outside of a thread each stands for itself. */
export const PicturesContext = createContext<readonly Picture[]>([])

/** One that was sent several times, as those of quick replies are, stands where it came first. */
export const picturesIn = (messages: readonly Message[]): readonly Picture[] => {
  const names = new Map<string, string>()
  for (const { body } of messages)
    if (body.kind === 'image' && !names.has(body.fileId)) names.set(body.fileId, body.alt ?? body.name)
  return [...names].map(([fileId, name]) => ({ fileId, name }))
}
