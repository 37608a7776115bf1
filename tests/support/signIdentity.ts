import { createHmac } from 'node:crypto'

/** What a company's own server does: signs who a visitor is, HS256. */
export const signIdentity = (secret: string, claims: Readonly<Record<string, unknown>>): string => {
  const text = `${part({ alg: 'HS256', typ: 'JWT' })}.${part(claims)}`
  return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`
}

const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')
