import type { Server } from 'node:net'

/** Listens on this machine alone, on a port that is free, and tells which. */
export const listenAnywhere = async (server: Server): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      if (address && typeof address === 'object') resolve(address.port)
      else reject(new Error('no port'))
    })
  })
