import type { Ids } from '../../src/base/ids.ts'
import type { SaidOfVisitor } from '../../src/protocol/model/index.ts'
import {
  PROTOCOL_VERSION,
  type CustomerServerFrame,
  type CustomerState,
  type SeenMessage,
} from '../../src/protocol/wire/index.ts'
import { connectFrames, type FrameClient, type Reply } from './frameClient.ts'

type Welcome = Extract<CustomerServerFrame, { t: 'welcome' }>

export interface CustomerClient extends FrameClient<CustomerServerFrame> {
  readonly welcome: Welcome
  /** All messages that came, those of `welcome` included. */
  messages(): SeenMessage[]
  message(fits: (message: SeenMessage) => boolean): Promise<SeenMessage>
  /** The state that was sent last. */
  state(): CustomerState
  stateWith(fits: (state: CustomerState) => boolean): Promise<CustomerState>
  write(text: string, id?: string): Promise<Reply>
}

export interface CustomerHelloOptions {
  readonly widgetId: string
  readonly token?: string | null
  readonly after?: number
  /** What the token of a newcomer is made of. */
  readonly secret?: string
  /** Signed by the company's own server. */
  readonly identity?: string
  /** Of a device that is signed in to an account. */
  readonly account?: string
  /** From a link that was confirmed. */
  readonly ticket?: string
  readonly anonymous?: boolean
  readonly said?: SaidOfVisitor
}

export const customerHello = ({ widgetId, token = null, after = 0, ...words }: CustomerHelloOptions) => ({
  t: 'hello',
  v: PROTOCOL_VERSION,
  as: 'customer',
  widgetId,
  token,
  after,
  page: { url: 'https://shop.example/p/1', title: 'Kettle', referrer: '', language: 'zh-CN' },
  ...words,
})

/** Connects and waits for `welcome`. */
export const connectCustomer = async (
  url: string,
  ids: Ids,
  hello: CustomerHelloOptions,
): Promise<CustomerClient> => {
  const client = await connectFrames<CustomerServerFrame>(url, ids)
  client.send(customerHello(hello))
  const welcome = await client.next((frame) => frame.t === 'welcome')
  const messages = (): SeenMessage[] =>
    client.frames.flatMap((frame) => (frame.t === 'welcome' || frame.t === 'messages' ? frame.messages : []))
  const states = (): CustomerState[] =>
    client.frames.flatMap((frame) => (frame.t === 'welcome' || frame.t === 'state' ? [frame.state] : []))
  return {
    ...client,
    welcome,
    messages,
    message: async (fits) => {
      await client.next(
        (frame) => (frame.t === 'welcome' || frame.t === 'messages') && frame.messages.some(fits),
      )
      const found = messages().find(fits)
      if (!found) throw new Error('no such message')
      return found
    },
    state: () => states().at(-1) ?? welcome.state,
    stateWith: async (fits) => {
      await client.next((frame) => (frame.t === 'welcome' || frame.t === 'state') && fits(frame.state))
      const found = states().findLast(fits)
      if (!found) throw new Error('no such state')
      return found
    },
    write: async (text, id = ids.next()) =>
      client.run('customer.write', { id, body: { kind: 'text', text } }, id),
  }
}
