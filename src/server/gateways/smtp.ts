/** Real mail, through the company's own mail server. */
import { createTransport } from 'nodemailer'

import type { Logger } from '../../base/logger.ts'
import type { Gateway } from './gateway.ts'

export interface SmtpGateway extends Gateway {
  close(): void
}

/** Somebody waits for the code: a mail server that takes longer is as good as away. */
const PATIENCE_MS = 10_000
const AT_ONCE = 3

export const createSmtpGateway = (options: {
  /** `smtp://user:password@host:port`, or `smtps://` for a connection that is encrypted from the start. */
  readonly url: string
  /** As whom it writes, such as `Shop <shop@example.com>`. */
  readonly from: string
  readonly log: Logger
}): SmtpGateway => {
  const { from, log } = options
  const { protocol, hostname, port, username, password } = new URL(options.url)
  const secure = protocol === 'smtps:'
  const transport = createTransport({
    pool: true,
    host: hostname.replace(/^\[|\]$/gu, ''),
    port: Number(port) || (secure ? 465 : 587),
    secure,
    ...(username !== '' && {
      auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
    }),
    maxConnections: AT_ONCE,
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    kinds: ['email'],
    send: async ({ to, subject, text }) => {
      try {
        // An object, not a line: nothing in an address is taken for a second one.
        await transport.sendMail({ from, to: { name: '', address: to }, subject, text })
        return true
      } catch (error) {
        log.warn('a mail was not sent', { error })
        return false
      }
    },
    close: () => {
      transport.close()
    },
  }
}
