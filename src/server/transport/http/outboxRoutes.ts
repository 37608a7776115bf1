/** What the demonstration would have sent, for whoever sits at this machine: it holds codes with which one signs in. */
import type { FastifyInstance } from 'fastify'

import { newestOutboxNotes } from '../../db/localOutbox.ts'
import type { ReadDb } from '../../db/port.ts'
import { layout, PLAIN_POLICY } from '../../pages/layout.ts'
import { outboxBody } from '../../pages/outboxPage.ts'
import { PAGE_WORDS } from '../../pages/words.ts'
import { OUTBOX_PATH } from '../../publish/widgetView.ts'
import { isLocal } from './operationRoutes.ts'
import { languageOf } from './plainRoutes.ts'
import { sendRefusal } from './refusals.ts'

const SHOWN = 50
/** Somebody waits for a code. */
const AGAIN_SECONDS = 5
/** Another name that leads here would be a page of somebody else that wants to read along. */
const OWN_NAME = /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])(?::\d+)?$/u

export const addOutboxRoutes = (app: FastifyInstance, { db }: { readonly db: ReadDb }): void => {
  app.get(OUTBOX_PATH, async (request, reply) => {
    if (!isLocal(request) || !OWN_NAME.test(request.host))
      return sendRefusal(reply, { ok: false, code: 'forbidden' })
    const language = languageOf(request, 'zh-CN')
    const words = PAGE_WORDS[language]
    return reply
      .headers({
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': PLAIN_POLICY,
        refresh: AGAIN_SECONDS,
      })
      .send(
        layout({
          language,
          company: '',
          title: words.outbox,
          body: outboxBody(await newestOutboxNotes(db, SHOWN), language),
          otherLanguage: `${OUTBOX_PATH}?lang=${words.otherLanguage}`,
        }),
      )
  })
}
