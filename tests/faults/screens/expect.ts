import { expect as base } from '@playwright/test'

/** Screens are waited for; the patience is for what never comes. */
export const PATIENCE_MS = 30_000

export const expect = base.configure({ timeout: PATIENCE_MS })
