import type { Locator } from '@playwright/test'

/** Faster than any list can follow: Enter means what was written, not what is still shown. */
export const writeAndEnter = (field: Locator, text: string): Promise<void> =>
  field.evaluate(async (input: HTMLInputElement, value) => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, value)
    input.dispatchEvent(new InputEvent('input', { bubbles: true }))
    await Promise.resolve()
    input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }))
  }, text)
