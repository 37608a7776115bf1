import type { ChatView } from '../chat/view.ts'
import type { Language } from '../words/index.ts'

/** What the company wrote in several languages is read in the one of the window (R-18-072). */
export const inLanguage = (view: ChatView, language: Language): ChatView => {
  if (!view.messages.some(({ body }) => body.kind === 'text' && body.texts)) return view
  return {
    ...view,
    messages: view.messages.map((message) =>
      message.body.kind === 'text' && message.body.texts
        ? { ...message, body: { ...message.body, text: message.body.texts[language] ?? message.body.text } }
        : message,
    ),
  }
}
