/** A customer on somebody's page with the chat, found by roles and names in English. */
import { expect, type BrowserContext, type FrameLocator, type Locator, type Page } from '@playwright/test'

export interface Visitor {
  readonly page: Page
  readonly entry: Locator
  readonly chat: FrameLocator
  readonly field: Locator
  readonly messages: Locator
  /** Lines of the conversation with this text. */
  message(text: string): Locator
  openChat(): Promise<void>
  send(text: string): Promise<void>
}

export const visitorIn = (page: Page): Visitor => {
  // An invitation that shows itself has a button to chat too.
  const entry = page.getByRole('button', { name: /^(?:Chat with us|Close the chat)/u })
  const chat = page.frameLocator('iframe')
  const field = chat.getByRole('textbox', { name: 'Message' })
  const messages = chat.getByRole('region', { name: 'Messages' })
  return {
    page,
    entry,
    chat,
    field,
    messages,
    message: (text) => messages.getByRole('listitem').filter({ hasText: text }),
    openChat: async () => {
      await entry.click()
      await expect(chat.getByRole('button', { name: /^(?:Minimise|收起)$/u })).toBeVisible()
      await expect(field).toBeVisible()
    },
    send: async (text) => {
      await field.fill(text)
      await field.press('Enter')
      await expect(field).toHaveValue('')
    },
  }
}

/** Opens the page in a tab of its own. */
export const visit = async (context: BrowserContext, url: string): Promise<Visitor> => {
  const [first] = context.pages()
  const page = first?.url() === 'about:blank' ? first : await context.newPage()
  await page.goto(url)
  return visitorIn(page)
}
