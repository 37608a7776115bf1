/**
 * One tab has the databases.
 *
 * The files of a browser open once only, so the tab that holds the lock owns them, and the others offer to take over.
 * The owner is asked to give them up; one that does not answer (a tab the browser has put to sleep) loses the lock.
 */
export interface OwnershipHandlers {
  /** This tab may open the files; what is returned closes them again. */
  own(): Promise<() => Promise<void>>
  /** Another tab has them. */
  lost(): void
}

/** An owner that has not given up by then is asleep. */
const ANSWER_MS = 3000

export const createOwnership = (
  name: string,
  handlers: OwnershipHandlers,
): { readonly takeOver: () => void } => {
  const channel = new BroadcastChannel(name)
  let giveUp: (() => void) | null = null

  /** Holds the lock until another tab asks for it. */
  const hold = async (): Promise<void> => {
    const given = new Promise<void>((resolve) => {
      giveUp = resolve
    })
    const close = await handlers.own()
    await given
    giveUp = null
    await close()
    handlers.lost()
  }

  const request = async (options: LockOptions): Promise<boolean> => {
    let granted = false
    try {
      await navigator.locks.request(name, options, async (lock) => {
        if (!lock) return
        granted = true
        await hold()
      })
    } catch {
      // Stolen while it slept: what the files are asked now would fail, so they are given up as if asked.
      if (granted) giveUp?.()
    }
    return granted
  }

  channel.addEventListener('message', (event: MessageEvent<unknown>) => {
    if (event.data === 'give') giveUp?.()
  })

  const start = async (): Promise<void> => {
    if (!(await request({ ifAvailable: true }))) handlers.lost()
  }
  void start()

  const takeOver = async (): Promise<void> => {
    if (giveUp) return
    channel.postMessage('give')
    const patience = new AbortController()
    const timer = setTimeout(() => patience.abort(), ANSWER_MS)
    const granted = await request({ signal: patience.signal })
    clearTimeout(timer)
    if (!granted) await request({ steal: true })
  }
  return {
    takeOver: () => {
      void takeOver()
    },
  }
}
