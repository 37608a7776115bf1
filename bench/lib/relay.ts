/** Stands between a program and a server and counts what the program receives, whatever part of it has the connection. */
import { connect, createServer } from 'node:net'

import { listenAnywhere } from './listenAnywhere.ts'

export interface Relay {
  readonly port: number
  /** Bytes so far from the server to the program, all connections together. */
  received(): number
  close(): void
}

export const openRelay = async (toPort: number): Promise<Relay> => {
  let received = 0
  const server = createServer({ noDelay: true }, (near) => {
    const far = connect({ port: toPort, host: '127.0.0.1', noDelay: true })
    far.on('data', (chunk) => {
      received += chunk.length
    })
    near.pipe(far).pipe(near)
    // Whichever end breaks off takes the other with it.
    near.on('error', () => far.destroy())
    far.on('error', () => near.destroy())
  })
  const port = await listenAnywhere(server)
  return {
    port,
    received: () => received,
    close: () => {
      server.close()
    },
  }
}
