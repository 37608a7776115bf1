import type { SeenMessage } from '../../protocol/wire/index.ts'
import type { ChatView } from '../chat/view.ts'

/** What nobody of us has written is the company's word; where it alone is to speak, no agent is named (R-02-028). */
export const withFace = (view: ChatView): ChatView => {
  const { settings, state, messages } = view
  if (!settings) return view
  const { company, avatarUrl, face } = settings
  if (face === 'agent') {
    return messages.some(isNobodys)
      ? { ...view, messages: messages.map((one) => (isNobodys(one) ? { ...one, name: company } : one)) }
      : view
  }
  return {
    ...view,
    state: { ...state, agent: state.agent && { name: company, avatarUrl } },
    messages: messages.map((message) => ({
      ...message,
      name: message.name === null && !isNobodys(message) ? null : company,
      body:
        message.body.kind === 'text' && message.body.quote
          ? { ...message.body, quote: { ...message.body.quote, name: company } }
          : message.body.kind === 'system' && message.body.params['name'] !== undefined
            ? { ...message.body, params: { ...message.body.params, name: company } }
            : message.body,
    })),
  }
}

const isNobodys = ({ from, name }: SeenMessage): boolean => from === 'agent' && name === null
