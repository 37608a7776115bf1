import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'
import type { AddressInfo } from 'node:net'

/** A mail server that takes everything and delivers nothing. */
export interface MailServer {
  readonly url: string
  /** As they came, with their headers. */
  readonly mails: readonly { readonly to: string; readonly text: string }[]
  close(): Promise<void>
}

export const startMailServer = async (): Promise<MailServer> => {
  const mails: { to: string; text: string }[] = []
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => undefined)
    socket.write('220 mail.example\r\n')
    let to = ''
    let body: string | null = null
    let rest = ''
    const line = (text: string): void => {
      if (body !== null) {
        if (text !== '.') {
          body += `${text}\n`
          return
        }
        mails.push({ to, text: body })
        body = null
      } else if (/^RCPT/iu.test(text)) to = /<(.*)>/u.exec(text)?.[1] ?? ''
      else if (/^DATA/iu.test(text)) {
        body = ''
        socket.write('354 go on\r\n')
        return
      }
      socket.write('250 ok\r\n')
    }
    socket.on('data', (data: Buffer) => {
      const lines = (rest + data.toString()).split('\r\n')
      rest = lines.pop() ?? ''
      for (const text of lines) line(text)
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    mails,
    close: async () => {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}
