/** Pages that work without scripts: a survey behind a link, the company's official contacts, an entry that is closed. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import * as z from 'zod'

import type { Clock } from '../../../base/clock.ts'
import { html, type Html } from '../../../base/html.ts'
import { Answers, OrganizationId, type Language, type SurveyCard } from '../../../protocol/model/index.ts'
import { findOrganization } from '../../db/organizations.ts'
import type { ReadDb } from '../../db/port.ts'
import { findSession, type StoredSession } from '../../db/sessions.ts'
import { cardOf, findSurveyByToken } from '../../db/surveys.ts'
import { activeWidgetsOf, type StoredWidget } from '../../db/widgets.ts'
import type { Engine } from '../../engine/types.ts'
import { closedBody, contactBody } from '../../pages/contactPage.ts'
import { layout, PLAIN_POLICY } from '../../pages/layout.ts'
import { NOTHING_TYPED, ratingForm, ratingGiven, typedAnswers } from '../../pages/ratingPage.ts'
import { PAGE_WORDS } from '../../pages/words.ts'
import { listedEntries } from '../../publish/widgetView.ts'
import type { ClientAddress } from '../clientAddress.ts'
import type { KeyedBuckets } from '../tokenBucket.ts'

export interface PlainRoutesOptions {
  readonly db: ReadDb
  readonly engine: Pick<Engine, 'run' | 'runInternal'>
  /** Forms that one address sends. */
  readonly forms: KeyedBuckets
  readonly clientAddress: ClientAddress
  readonly clock: Pick<Clock, 'now'>
}

const RateParams = z.object({ token: z.string().regex(/^[\w-]{20,64}$/u) })
const ContactParams = z.object({ organizationId: OrganizationId })
const PageQuery = z.object({ lang: z.enum(['zh-CN', 'en']).optional(), change: z.string().optional() })
const FORM_LIMIT_BYTES = 16 * 1024

export const addPlainRoutes = async (app: FastifyInstance, options: PlainRoutesOptions): Promise<void> => {
  const { db, clock } = options
  app.get('/rate/:token', async (request, reply) => {
    const survey = await surveyOf(db, request.params)
    if (!survey) return sendUnknown(request, reply)
    const { rating } = survey
    if (rating && !isChanging(request)) return sendGiven(request, reply, survey, clock.now())
    if (clock.now() > survey.expiresAt) return sendExpired(request, reply, survey)
    return sendForm(request, reply, survey, { ...(rating ?? NOTHING_TYPED) }, null)
  })

  app.get('/contact/:organizationId', async (request, reply) => {
    const params = ContactParams.safeParse(request.params)
    const organization = params.success ? await findOrganization(db, params.data.organizationId) : undefined
    if (!organization) return sendUnknown(request, reply)
    const entries = listedEntries(await activeWidgetsOf(db, organization.id))
    const language = languageOf(request, organization.language)
    const words = PAGE_WORDS[language]
    const body = contactBody(entries, organization.profile ?? null, words)
    return sendPlain(request, reply, 200, {
      language,
      company: organization.name,
      title: words.contact,
      body,
    })
  })

  // Forms in a part of their own: nowhere else is such a body read.
  await app.register(async (part) => {
    readForms(part)
    part.post('/rate/:token', async (request, reply) => takeRating(request, reply, options))
  })
}

/** Bodies of forms are read as they come, up to a size no form here needs. */
export const readForms = (part: FastifyInstance): void => {
  part.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: FORM_LIMIT_BYTES },
    (_request, body, done) => {
      done(null, body)
    },
  )
}

/** The page of an entry that is closed; it names the others of its company (R-02-029, R-18-010). */
export const sendClosedEntry = async (
  request: FastifyRequest,
  reply: FastifyReply,
  db: ReadDb,
  found: StoredWidget | undefined,
): Promise<FastifyReply> => {
  const language = languageOf(request, found?.language ?? 'zh-CN')
  const words = PAGE_WORDS[language]
  const entries = found ? listedEntries(await activeWidgetsOf(db, found.organizationId)) : []
  const body = found ? closedBody(entries, `/contact/${found.organizationId}`, words) : NO_MORE
  const page = { language, company: found?.company ?? '', title: words.closed, body }
  return sendPlain(request, reply, found ? 200 : 404, page)
}

const NO_MORE: Html = { markup: '' }

interface OpenSurvey {
  readonly organizationId: OrganizationId
  readonly session: StoredSession['session']
  readonly rating: NonNullable<StoredSession['session']['survey']>['rating']
  readonly expiresAt: number
  readonly card: SurveyCard
  readonly company: string
  readonly language: Language
}

/** Undefined: the link leads nowhere. */
const surveyOf = async (db: ReadDb, params: unknown): Promise<OpenSurvey | undefined> => {
  const parsed = RateParams.safeParse(params)
  const found = parsed.success ? await findSurveyByToken(db, parsed.data.token) : undefined
  if (!found) return undefined
  const { organizationId, sessionId } = found
  const organization = await findOrganization(db, organizationId)
  const session = (await findSession(db, organizationId, sessionId))?.session
  const card = await cardOf(db, organizationId, sessionId)
  if (!organization || !session?.survey || !card) return undefined
  const { rating, expiresAt } = session.survey
  const { name: company, language } = organization
  return { organizationId, session, rating, expiresAt, card, company, language }
}

const takeRating = async (
  request: FastifyRequest,
  reply: FastifyReply,
  { db, engine, forms, clientAddress }: PlainRoutesOptions,
): Promise<FastifyReply> => {
  const survey = await surveyOf(db, request.params)
  if (!survey) return sendUnknown(request, reply)
  const words = PAGE_WORDS[languageOf(request, survey.language)]
  const typed = typedAnswers(new URLSearchParams(typeof request.body === 'string' ? request.body : ''))
  if (forms.take(clientAddress(request.raw)) > 0) {
    return sendForm(request, reply.code(429), survey, typed, words.tooOften)
  }
  if (typed.stars === null) return sendForm(request, reply.code(422), survey, typed, words.chooseStars)
  const answers = Answers.safeParse(typed)
  if (!answers.success) return sendForm(request, reply.code(422), survey, typed, words.notTaken)
  const { organizationId, session } = survey
  const done = await engine.runInternal(organizationId, 'session.rate', {
    sessionId: session.id,
    answers: answers.data,
  })
  if (!done.ok) return sendForm(request, reply.code(503), survey, typed, words.notTaken)
  switch (done.value.taken) {
    case 'yes':
      // So that "reload" does not send the form again.
      return reply.redirect(addressOf(request, {}), 303)
    case 'expired':
      return sendExpired(request, reply, survey)
    case 'invalid':
      return sendForm(request, reply.code(422), survey, typed, words.notTaken)
  }
}

const sendForm = (
  request: FastifyRequest,
  reply: FastifyReply,
  { card, company, language: own }: OpenSurvey,
  typed: Parameters<typeof ratingForm>[0]['typed'],
  problem: string | null,
): FastifyReply => {
  const language = languageOf(request, own)
  const words = PAGE_WORDS[language]
  const body = ratingForm({ card, typed, action: addressOf(request, {}), problem }, words)
  const title = card.question || words.survey.question
  return sendPlain(request, reply, reply.statusCode, { language, company, title, body })
}

const sendGiven = (
  request: FastifyRequest,
  reply: FastifyReply,
  { card, rating, expiresAt, company, language: own }: OpenSurvey,
  now: number,
): FastifyReply => {
  const language = languageOf(request, own)
  const words = PAGE_WORDS[language]
  const change = now > expiresAt ? null : addressOf(request, { change: '1' })
  const body = rating ? ratingGiven(card, rating, change, words) : NO_MORE
  return sendPlain(request, reply, 200, { language, company, title: words.yourRating, body })
}

const sendExpired = (
  request: FastifyRequest,
  reply: FastifyReply,
  { company, language: own }: OpenSurvey,
): FastifyReply => {
  const language = languageOf(request, own)
  const words = PAGE_WORDS[language]
  const body = html`<p class="note">${words.expiredHint}</p>`
  return sendPlain(request, reply, 410, { language, company, title: words.expired, body })
}

/** The page of a link that leads nowhere. */
export const sendUnknown = (request: FastifyRequest, reply: FastifyReply): FastifyReply => {
  const language = languageOf(request, 'zh-CN')
  const words = PAGE_WORDS[language]
  const body = html`<p class="note">${words.unknownHint}</p>`
  return sendPlain(request, reply, 404, { language, company: '', title: words.unknown, body })
}

export const sendPlain = (
  request: FastifyRequest,
  reply: FastifyReply,
  status: number,
  page: Omit<Parameters<typeof layout>[0], 'otherLanguage'>,
  /** What the address of the page says besides, in any language. */
  more: Readonly<Record<string, string>> = {},
): FastifyReply => {
  const otherLanguage = addressOf(request, { ...more, lang: PAGE_WORDS[page.language].otherLanguage })
  return reply
    .code(status)
    .headers({ 'content-security-policy': PLAIN_POLICY, 'content-type': 'text/html; charset=utf-8' })
    .send(layout({ ...page, otherLanguage }))
}

/** As the address or the browser asks for it; `own`: for whoever asks for neither that we have. */
export const languageOf = (request: FastifyRequest, own: Language): Language => {
  const asked = PageQuery.safeParse(request.query).data?.lang
  if (asked) return asked
  const wanted = /^\s*(zh|en)\b/iu.exec(request.headers['accept-language'] ?? '')?.[1]?.toLowerCase()
  if (wanted === undefined) return own
  return wanted === 'zh' ? 'zh-CN' : 'en'
}

const isChanging = (request: FastifyRequest): boolean =>
  PageQuery.safeParse(request.query).data?.change !== undefined

/** This page again; a language that was chosen stays chosen. */
export const addressOf = (request: FastifyRequest, more: Readonly<Record<string, string>>): string => {
  const lang = PageQuery.safeParse(request.query).data?.lang
  const query = new URLSearchParams({ ...(lang && { lang }), ...more }).toString()
  const [path = '/'] = request.url.split('?')
  return query === '' ? path : `${path}?${query}`
}
