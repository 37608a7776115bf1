import type { SaidOfVisitor } from '../../protocol/model/index.ts'
import type { CustomerHello } from '../../protocol/wire/index.ts'

/** Who the page says the visitor is. Kept in memory only: the next one at this computer may be somebody else. */
export interface Signature {
  /** False: it was said before. */
  set(signed: string, said: SaidOfVisitor): boolean
  words(): Pick<CustomerHello, 'identity' | 'said'>
  /** What opens the thread of the signed visitor; null: nobody is signed in. */
  token(): string | null
  /** What the server has given for the signature. */
  welcomed(token: string | null): void
}

export const createSignature = (): Signature => {
  let signed = ''
  let said: SaidOfVisitor | null = null
  let token: string | null = null
  return {
    set: (nextSigned, { name, email, phone }) => {
      const next = name + email + phone === '' ? null : { name, email, phone }
      const isNew = nextSigned !== signed || JSON.stringify(next) !== JSON.stringify(said)
      if (nextSigned !== signed) token = null
      signed = nextSigned
      said = next
      return isNew
    },
    words: () => ({ ...(signed !== '' && { identity: signed }), ...(said && { said }) }),
    token: () => token,
    welcomed: (next) => {
      token = next
    },
  }
}

/** Whom a token stands for: a signed visitor gets another one each time. */
export const bearerOf = (token: string): string => {
  const [, kind, id] = token.split('.')
  return kind === 'signed' && id !== undefined ? id : token
}
