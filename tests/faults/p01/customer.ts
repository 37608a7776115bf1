/** A customer with the widget's own outbox and connection, whose page is reloaded now and then. */
import { systemClock } from '../../../src/base/clock.ts'
import { createIds } from '../../../src/base/ids.ts'
import type { WidgetId } from '../../../src/protocol/model/index.ts'
import { createRandom } from '../../../src/server/demo/random.ts'
import { createChat } from '../../../src/widget/chat/chat.ts'
import type { OpenSocket } from '../../../src/widget/chat/connection.ts'
import type { Chat } from '../../../src/widget/chat/contract.ts'
import { createStorage } from '../../../src/widget/shared/storage.ts'
import { createMemoryArea } from '../../support/widgetSocket.ts'
import { noteSends, openHistory } from '../lib/history.ts'
import { sleep, until } from '../lib/wait.ts'

export interface CustomerPlan {
  readonly name: string
  readonly url: string
  readonly widgetId: WidgetId
  readonly token: string
  readonly history: string
  readonly messages: number
  readonly gapMs: number
  readonly seed: number
}

export interface Customer {
  chat(): Chat
  /** As when the page is loaded again: only what was stored is left. */
  reload(): void
  drained(): boolean
  /** Pages in the whole thread and tells the ids in order. */
  seen(): Promise<readonly string[]>
  stop(): Promise<void>
}

export const startCustomer = (plan: CustomerPlan): Customer => {
  const { name, url, widgetId, token, messages, gapMs } = plan
  const history = openHistory(plan.history)
  const random = createRandom(plan.seed)
  const ids = createIds(systemClock)
  const area = createMemoryArea()
  const storage = createStorage(() => area, widgetId)
  storage.set('token', token)
  const openSocket: OpenSocket = ({ opened, received, closed }) => {
    const socket = new WebSocket(`${url.replace(/^http/u, 'ws')}/ws`)
    socket.addEventListener('open', opened)
    socket.addEventListener('close', closed)
    socket.addEventListener('message', ({ data }) => {
      if (typeof data === 'string') received(data)
    })
    return {
      close: () => {
        socket.close()
      },
      send: (text) => {
        if (socket.readyState !== WebSocket.OPEN) return
        noteSends(history, text)
        socket.send(text)
      },
    }
  }
  const sendFile = (): never => {
    throw new Error('nobody sends files here')
  }
  const open = (): Chat => {
    const chat = createChat({
      widgetId,
      storage,
      clock: systemClock,
      ids,
      random: random.next,
      openSocket,
      sendFile,
    })
    chat.start({ url: 'https://shop.example/', title: 'Shop', referrer: '', language: 'zh-CN' })
    chat.setVisible(true)
    return chat
  }

  let chat = open()
  let next = 0
  let stopped = false
  const write = async (): Promise<void> => {
    while (next < messages && !stopped) {
      history.tried(next)
      chat.write(`${name}#${next}`)
      const id = chat.view().outbox.at(-1)?.id ?? ''
      history.kept(next, id)
      next += 1
      await sleep(random.int(0, gapMs))
    }
  }
  const writing = write()
  return {
    chat: () => chat,
    reload: () => {
      chat.stop()
      chat = open()
    },
    drained: () => next >= messages && chat.view().outbox.length === 0,
    seen: async () => {
      for (;;) {
        const { messages: seen, more, loadingOlder } = chat.view()
        if (!more) return seen.map(({ id }) => id)
        if (!loadingOlder) chat.older()
        await until(
          `${name} sees older messages`,
          () => chat.view().messages.length !== seen.length || !chat.view().more,
        )
      }
    },
    stop: async () => {
      stopped = true
      await writing
      chat.stop()
      history.close()
    },
  }
}
