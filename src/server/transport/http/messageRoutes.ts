/** A message left without any script: for browsers too old for the chat, and for whoever switches scripts off. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import * as z from 'zod'

import { visitSourceOf } from '../../../domain/widgets/visitSource.ts'
import type { CommandResult } from '../../../protocol/commands/index.ts'
import { messageProblems, type MessageForm } from '../../../protocol/leaveMessageRules.ts'
import { MessageId, WidgetId } from '../../../protocol/model/index.ts'
import { newToken, tokenHash } from '../../auth/tokens.ts'
import { findOrganization } from '../../db/organizations.ts'
import { findWidget, type StoredWidget } from '../../db/widgets.ts'
import { messageForm, messageTaken, NOTHING_WRITTEN } from '../../pages/messagePage.ts'
import { PAGE_WORDS } from '../../pages/words.ts'
import {
  addressOf,
  languageOf,
  readForms,
  sendClosedEntry,
  sendPlain,
  type PlainRoutesOptions,
} from './plainRoutes.ts'

const Params = z.object({ widgetId: WidgetId })
/** Where the form leads once the message is there; it says nothing that the customer does not know. */
const Taken = z.object({
  number: z.coerce.number().int().min(1).max(1_000_000_000),
  by: z.coerce.number().int().min(0).max(8.64e15),
})
const Once = z.string().regex(/^[\w-]{20,64}$/u)

export const addMessageRoutes = async (app: FastifyInstance, options: PlainRoutesOptions): Promise<void> => {
  app.get('/message/:widgetId', async (request, reply) => {
    const found = await openEntry(request, options)
    if (!found.widget) return sendClosedEntry(request, reply, options.db, found.closed)
    const taken = Taken.safeParse(request.query).data
    if (taken) return sendTaken(request, reply, options, found.widget, taken)
    return sendForm(request, reply, found.widget, NOTHING_WRITTEN, newToken(), null)
  })
  await app.register(async (part) => {
    readForms(part)
    part.post('/message/:widgetId', async (request, reply) => takeMessage(request, reply, options))
  })
}

/** Where everybody may write: an entry for accounts only has no such form. */
const openEntry = async (
  request: FastifyRequest,
  { db }: PlainRoutesOptions,
): Promise<{ widget?: StoredWidget; closed?: StoredWidget | undefined }> => {
  const params = Params.safeParse(request.params)
  const found = params.success ? await findWidget(db, params.data.widgetId) : undefined
  if (!found || found.deleted || found.invalid) return { closed: found }
  const { type, anonymous } = found.widget
  return type === 'chat-im' && !anonymous ? { closed: found } : { widget: found }
}

const takeMessage = async (
  request: FastifyRequest,
  reply: FastifyReply,
  options: PlainRoutesOptions,
): Promise<FastifyReply> => {
  const { db, engine, forms, clientAddress } = options
  const { widget, closed } = await openEntry(request, options)
  if (!widget) return sendClosedEntry(request, reply, db, closed)
  const sent = new URLSearchParams(typeof request.body === 'string' ? request.body : '')
  const typed: MessageForm = {
    name: sent.get('name') ?? '',
    phone: sent.get('phone') ?? '',
    email: sent.get('email') ?? '',
    text: (sent.get('text') ?? '').replaceAll('\r\n', '\n'),
  }
  const once = Once.safeParse(sent.get('once')).data ?? newToken()
  const words = PAGE_WORDS[languageOf(request, widget.language)]
  if (forms.take(clientAddress(request.raw)) > 0)
    return sendForm(request, reply.code(429), widget, typed, once, words.tooOften)
  if (Object.keys(messageProblems(typed)).length > 0)
    return sendForm(request, reply.code(422), widget, typed, once, null)
  const { organizationId } = widget
  const opened = await engine.runInternal(organizationId, 'identity.open', {
    widgetId: widget.widget.id,
    // Of this form: whoever sends it twice is the same visitor, and nobody else's token is like it.
    keyHash: tokenHash(`form.${once}`),
    source: visitSourceOf({ url: '', referrer: request.headers.referer ?? '' }),
    language: languageOf(request, widget.language),
  })
  const id = MessageId.parse(`form-${once}`)
  const { id: widgetId } = widget.widget
  const done = opened.ok
    ? await engine.run({
        principal: { kind: 'customer', organizationId, widgetId, ...opened.value },
        id,
        name: 'customer.leave-message',
        args: { id, ...typed },
      })
    : opened
  if (!done.ok) return sendForm(request, reply.code(503), widget, typed, once, words.message.notTaken)
  const { number, answerBy } = done.value.result as CommandResult<'customer.leave-message'>
  // So that "reload" does not send the form again.
  return reply.redirect(addressOf(request, { number: String(number), by: String(answerBy) }), 303)
}

const sendForm = (
  request: FastifyRequest,
  reply: FastifyReply,
  { company, language: own }: StoredWidget,
  typed: MessageForm,
  once: string,
  problem: string | null,
): FastifyReply => {
  const language = languageOf(request, own)
  const words = PAGE_WORDS[language]
  const problems = typed === NOTHING_WRITTEN ? {} : messageProblems(typed)
  const body = messageForm({ typed, problems, problem, action: addressOf(request, {}), once }, words)
  return sendPlain(request, reply, reply.statusCode, { language, company, title: words.message.title, body })
}

const sendTaken = async (
  request: FastifyRequest,
  reply: FastifyReply,
  { db }: PlainRoutesOptions,
  { company, organizationId, language: own }: StoredWidget,
  { number, by }: z.infer<typeof Taken>,
): Promise<FastifyReply> => {
  const language = languageOf(request, own)
  const words = PAGE_WORDS[language]
  const timeZone = (await findOrganization(db, organizationId))?.timeZone
  const when = new Intl.DateTimeFormat(language, {
    dateStyle: 'medium',
    timeStyle: 'short',
    ...(timeZone !== undefined && { timeZone }),
  }).format(by)
  const body = messageTaken(number, when, words)
  const page = { language, company, title: words.message.title, body }
  return sendPlain(request, reply, 200, page, { number: String(number), by: String(by) })
}
