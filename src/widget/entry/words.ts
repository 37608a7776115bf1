/** The few words of the entry itself; everything else is said inside the frame. */
export interface EntryWords {
  readonly open: string
  readonly close: string
  readonly unread: (count: number) => string
  readonly loading: string
  readonly window: string
}

const zh: EntryWords = {
  open: '在线客服',
  close: '收起在线客服',
  unread: (count) => `在线客服，${count} 条未读消息`,
  loading: '正在打开…',
  window: '在线客服窗口',
}

const en: EntryWords = {
  open: 'Chat with us',
  close: 'Close the chat',
  unread: (count) => `Chat with us, ${count} unread`,
  loading: 'Opening…',
  window: 'Chat window',
}

export const entryWords = (language: string): EntryWords => (/^zh\b/iu.test(language) ? zh : en)
