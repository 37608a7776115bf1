import type { Page } from '@playwright/test'

/** Every text that places of a page have shown. */
type Shown = () => Promise<readonly string[]>

/**
 * Writes down what the places with this selector show from now on.
 *
 * What is there for a moment is missed by an expectation, which looks once a second, on a machine that is busy.
 */
export const watchTexts = async (page: Page, selector: string): Promise<Shown> => {
  const shown = await page.evaluateHandle((places) => {
    const texts = new Set<string>()
    const look = (): void => {
      for (const place of document.querySelectorAll(places)) texts.add(place.textContent)
    }
    new MutationObserver(look).observe(document.body, {
      childList: true,
      subtree: true,
      characterData: true,
      attributes: true,
    })
    look()
    return texts
  }, selector)
  return async () => shown.evaluate((texts) => [...texts])
}
