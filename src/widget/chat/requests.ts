import type { CommandArgs, CustomerCommandName } from '../../protocol/commands/index.ts'
import type { Answer, CustomerFrame } from '../../protocol/wire/index.ts'

/** Commands whose answer somebody waits for: a rating, a message that is left. */
export interface Requests {
  /** The code of what is in the way; null once the server has it. Asking again with the same id has no second effect. */
  ask<N extends CustomerCommandName>(name: N, args: CommandArgs<N>, id: string): Promise<string | null>
  answered(frame: Answer): void
  lineLost(): void
}

export const createRequests = (send: (frame: CustomerFrame) => boolean): Requests => {
  const waiting = new Map<string, (code: string | null) => void>()
  return {
    ask: async (name, args, id) =>
      new Promise((resolve) => {
        if (send({ t: 'command', id, name, args })) waiting.set(id, resolve)
        else resolve('offline')
      }),
    answered: (frame) => {
      waiting.get(frame.id)?.(frame.t === 'done' ? null : frame.code)
      waiting.delete(frame.id)
    },
    lineLost: () => {
      for (const resolve of waiting.values()) resolve('offline')
      waiting.clear()
    },
  }
}
