import type { Logger } from '../../base/logger.ts'
import type { Language, OrganizationId, Session, SessionId } from '../../protocol/model/index.ts'
import { signInContactOf } from '../../protocol/signInContact.ts'
import type { ConversationLinks } from '../auth/conversationLinks.ts'
import { findCustomer } from '../db/customers.ts'
import { findIdentityOf } from '../db/identities.ts'
import { findOrganization } from '../db/organizations.ts'
import type { ReadDb } from '../db/port.ts'
import { findSession } from '../db/sessions.ts'
import type { Committed, Engine } from '../engine/types.ts'
import type { Gateway } from '../gateways/gateway.ts'

/** Tells whoever left a message with an e-mail address that it is answered, and where the conversation goes on. */
export interface AnswerMail {
  committed(change: Committed): void
  stop(): Promise<void>
}

export interface AnswerMailOptions {
  readonly db: ReadDb
  readonly engine: Pick<Engine, 'runInternal'>
  readonly gateway: Gateway
  readonly links: Pick<ConversationLinks, 'linkTo'>
  readonly publicUrl: () => string
  readonly log: Logger
}

export const createAnswerMail = (options: AnswerMailOptions): AnswerMail => {
  const { db, engine, gateway, links, publicUrl, log } = options
  const working = new Set<Promise<void>>()

  /** False: it could not be sent now. */
  const tell = async (
    organizationId: OrganizationId,
    { id, conversationId, customerId, leftMessage }: Session,
  ): Promise<boolean> => {
    const contact = signInContactOf(leftMessage?.email ?? '')
    const organization = await findOrganization(db, organizationId)
    if (!leftMessage || contact?.kind !== 'email' || !organization) return true
    // A conversation with a single agent has no such link: its customer has an account.
    if (!(await findIdentityOf(db, organizationId, conversationId))) return true
    const customer = await findCustomer(db, organizationId, customerId)
    const language = languageOf(customer?.language ?? '', organization.language)
    const words = WORDS[language]
    const company = organization.name.replaceAll(/\s+/gu, ' ')
    const base = publicUrl()
    // What was owed when the server went down comes up before its doors are open.
    if (base === '') return false
    const link = `${base}/continue/${links.linkTo(organizationId, id)}?lang=${language}`
    return gateway.send({
      kind: 'email',
      to: contact.address,
      subject: words.subject(company),
      text: words.text(company, leftMessage.number, link),
    })
  }

  const settle = async (organizationId: OrganizationId, sessionId: SessionId): Promise<void> => {
    const stored = gateway.kinds.includes('email')
      ? await findSession(db, organizationId, sessionId)
      : undefined
    const told = stored === undefined || (await tell(organizationId, stored.session))
    // Otherwise the timer asks again.
    if (!told) log.warn('the mail about an answer was not sent', { sessionId })
    else await engine.runInternal(organizationId, 'answer-mail.done', { sessionId })
  }

  return {
    committed: ({ organizationId, signals }) => {
      for (const signal of signals) {
        if (signal.kind !== 'answer-due') continue
        const work: Promise<void> = settle(organizationId, signal.sessionId)
          .catch((error: unknown) => {
            log.error('the mail about an answer was not written', { error })
          })
          .finally(() => {
            working.delete(work)
          })
        working.add(work)
      }
    },
    stop: async () => {
      await Promise.all(working)
    },
  }
}

const languageOf = (spoken: string, own: Language): Language => {
  if (/^zh\b/iu.test(spoken)) return 'zh-CN'
  return /^en\b/iu.test(spoken) ? 'en' : own
}

interface AnswerWords {
  readonly subject: (company: string) => string
  readonly text: (company: string, number: number, link: string) => string
}

const WORDS: Readonly<Record<Language, AnswerWords>> = {
  'zh-CN': {
    subject: (company) => `${company}回复了您的留言`,
    text: (company, number, link) =>
      `您在${company}的留言（编号 ${number}）已有回复。\n\n点击查看回复并继续对话：\n${link}\n\n链接 30 天内有效；打开时会向本邮箱发送验证码，请勿转发。\n`,
  },
  en: {
    subject: (company) => `${company} has answered your message`,
    text: (company, number, link) =>
      `Your message no. ${number} to ${company} is answered.\n\nRead the answer and go on with the conversation:\n${link}\n\nThe link works for 30 days. When it is opened a code is sent to this address; do not forward it.\n`,
  },
}
