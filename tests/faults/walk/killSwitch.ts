/** Ends the server at a chosen moment on the way of one command. */
import type { Connect } from '../../../src/client/ports/index.ts'
import type { Random } from '../../../src/server/demo/random.ts'
import type { OpenSocket } from '../../../src/widget/chat/connection.ts'

/**
 * `before`: the command never arrives. `during`: it is on its way, and nobody knows how far it came. `after`: it has taken
 * effect, and its answer is lost.
 */
export type Moment = 'before' | 'during' | 'after'
export const MOMENTS: readonly Moment[] = ['before', 'during', 'after']

export interface KillSwitch {
  /** The next command of this name ends the server; resolves when it has ended. */
  arm(command: string, moment: Moment): Promise<void>
  /** Whether what a client sends goes on. */
  sends(text: string): boolean
  /** Whether what the server sends goes on. */
  receives(text: string): boolean
}

/** A command takes a few milliseconds; somewhere in them. */
const LONGEST_MS = 6

export const createKillSwitch = (kill: () => Promise<void>, random: Random): KillSwitch => {
  let armed: { readonly command: string; readonly moment: Moment; readonly fire: () => void } | null = null
  let awaited: { readonly answer: string; readonly fire: () => void } | null = null
  return {
    arm: async (command, moment) =>
      new Promise((resolve, reject) => {
        const fire = (): void => {
          kill().then(resolve, reject)
        }
        armed = { command, moment, fire }
      }),
    sends: (text) => {
      if (!armed || !text.includes(`"name":"${armed.command}"`)) return true
      const { moment, fire } = armed
      armed = null
      if (moment === 'after') awaited = { answer: `"id":"${idIn(text)}"`, fire }
      else if (moment === 'before') fire()
      else setTimeout(fire, random.int(0, LONGEST_MS))
      return moment !== 'before'
    },
    receives: (text) => {
      if (!awaited || !/^\{"t":"(?:done|refused)"/u.test(text) || !text.includes(awaited.answer)) return true
      const { fire } = awaited
      awaited = null
      fire()
      return false
    },
  }
}

const idIn = (text: string): string => (JSON.parse(text) as { id: string }).id

/** The agents' way to the server, past the switch. */
export const connectPast =
  (connect: Connect, { sends, receives }: KillSwitch): Connect =>
  (url, handlers) => {
    const socket = connect(url, {
      ...handlers,
      message: (text) => {
        if (receives(text)) handlers.message(text)
      },
    })
    return {
      close: () => {
        socket.close()
      },
      send: (text) => {
        if (sends(text)) socket.send(text)
      },
      get buffered() {
        return socket.buffered
      },
    }
  }

/** The customers' way. */
export const openSocketPast =
  (url: string, { sends, receives }: KillSwitch): OpenSocket =>
  ({ opened, received, closed }) => {
    const socket = new WebSocket(`${url.replace(/^http/u, 'ws')}/ws`)
    socket.addEventListener('open', opened)
    socket.addEventListener('close', closed)
    socket.addEventListener('message', ({ data }) => {
      if (typeof data === 'string' && receives(data)) received(data)
    })
    return {
      close: () => {
        socket.close()
      },
      send: (text) => {
        if (socket.readyState === WebSocket.OPEN && sends(text)) socket.send(text)
      },
    }
  }

/** A network that breaks when the first answer is on its way: the server knows the customer, who does not know it. */
export const losingFirstAnswer = (open: OpenSocket): OpenSocket => {
  let lost = false
  return (events) => {
    const socket = open({
      ...events,
      received: (text) => {
        if (lost) {
          events.received(text)
          return
        }
        lost = true
        socket.close()
      },
    })
    return socket
  }
}
