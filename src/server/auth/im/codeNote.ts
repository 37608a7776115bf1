import type { Language } from '../../../protocol/model/index.ts'
import { CODE_LIFETIME_MS, type SignInContact } from '../../../protocol/signInContact.ts'
import type { GatewayNote } from '../../gateways/gateway.ts'

/** What a customer is written when they ask for a code. */
export const codeNote = (
  { kind, address }: SignInContact,
  {
    company,
    code,
    language,
  }: { readonly company: string; readonly code: string; readonly language: Language },
): GatewayNote => {
  const name = company.replaceAll(/\s+/gu, ' ')
  const minutes = CODE_LIFETIME_MS / 60_000
  const words = WORDS[language]
  return {
    kind: kind === 'email' ? 'email' : 'sms',
    to: address,
    subject: words.subject(name, code),
    text: kind === 'email' ? words.mail(name, code, minutes) : words.short(name, code, minutes),
  }
}

interface CodeWords {
  readonly subject: (company: string, code: string) => string
  readonly mail: (company: string, code: string, minutes: number) => string
  readonly short: (company: string, code: string, minutes: number) => string
}

const WORDS: Readonly<Record<Language, CodeWords>> = {
  'zh-CN': {
    subject: (company, code) => `${code} 是您的${company}验证码`,
    mail: (company, code, minutes) =>
      `您正在登录${company}的在线客服，验证码为：\n\n${code}\n\n${minutes} 分钟内有效，请勿告诉他人。如果不是您本人操作，请忽略这封邮件。\n`,
    short: (company, code, minutes) => `【${company}】验证码 ${code}，${minutes} 分钟内有效，请勿告诉他人。`,
  },
  en: {
    subject: (company, code) => `${code} is your code for ${company}`,
    mail: (company, code, minutes) =>
      `Your code to sign in to the chat of ${company}:\n\n${code}\n\nIt can be used for ${minutes} minutes. Tell it to nobody. If you did not ask for it, ignore this mail.\n`,
    short: (company, code, minutes) =>
      `${company}: your code is ${code}, for ${minutes} minutes. Tell it to nobody.`,
  },
}
