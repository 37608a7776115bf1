import { expect, type Page } from '@playwright/test'

/** Saves the form of a page of the account center; a button that can be pressed no more says only that it was pressed. */
export const saveForm = async (page: Page): Promise<void> => {
  const unsaved = page.getByText('There are unsaved changes.')
  await expect(unsaved).toBeVisible()
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(unsaved).toBeHidden()
}
