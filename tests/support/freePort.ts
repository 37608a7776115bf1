import { createServer } from 'node:net'

/** Below the ports that systems give out by themselves: what is free here now is still free when it is listened to. */
const FIRST = 20_000
const COUNT = 10_000

/** A port for a server that starts later, or that ends and comes back. */
export const freePort = async (): Promise<number> => {
  for (;;) {
    const port = FIRST + Math.floor(Math.random() * COUNT)
    if (await isFree(port)) return port
  }
}

const isFree = async (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => {
      resolve(false)
    })
    server.listen(port, '127.0.0.1', () => {
      server.close(() => {
        resolve(true)
      })
    })
  })
