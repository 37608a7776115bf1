/** The few words of the entry itself; everything else is said inside the frame. */
export interface EntryWords {
  readonly open: string
  readonly close: string
  readonly unread: (count: number) => string
  /** A notification, for whoever looks at something else. */
  readonly news: string
  readonly loading: string
  readonly window: string
  readonly move: string
  readonly resize: string
  /** While the server is away. */
  readonly away: string
}

const zh: EntryWords = {
  open: '在线客服',
  close: '收起在线客服',
  unread: (count) => `在线客服，${count} 条未读消息`,
  news: '您有新的回复',
  loading: '正在打开…',
  window: '在线客服窗口',
  move: '移动窗口：拖动，或使用方向键',
  resize: '调整窗口大小：拖动，或使用方向键',
  away: '在线客服暂时无法使用',
}

const en: EntryWords = {
  open: 'Chat with us',
  close: 'Close the chat',
  unread: (count) => `Chat with us, ${count} unread`,
  news: 'There is a new answer for you',
  loading: 'Opening…',
  window: 'Chat window',
  move: 'Move the window: drag it, or use the arrow keys',
  resize: 'Resize the window: drag it, or use the arrow keys',
  away: 'The chat is not available at the moment',
}

export const entryWords = (language: string): EntryWords => (/^zh\b/iu.test(language) ? zh : en)
