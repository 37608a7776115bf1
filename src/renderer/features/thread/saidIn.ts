import type { Message } from '../../../protocol/model/index.ts'
import { plainText } from '../../ui/index.ts'

/** What a message says, as text alone. */
export const saidIn = ({ body }: Message): string => {
  if (body.kind === 'text') return plainText(body.text)
  return body.kind === 'image' || body.kind === 'file' ? `[${plainText(body.name)}]` : ''
}
