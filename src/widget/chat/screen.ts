import { createEmitter } from '../../base/emitter.ts'
import type { ChatView } from './view.ts'

/** What is to be seen now; each part of the chat changes what is its own. */
export interface Screen {
  view(): ChatView
  update(change: Partial<ChatView>): void
  listen(listener: () => void): () => void
}

export const createScreen = (first: ChatView): Screen => {
  const changes = createEmitter<void>()
  let view = first
  return {
    view: () => view,
    update: (change) => {
      view = { ...view, ...change }
      changes.emit()
    },
    listen: (listener) => changes.listen(listener),
  }
}
