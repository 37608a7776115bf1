import type { Page } from 'playwright'

import type { FakeClient } from './fakeClient.ts'

/** A page with the workbench over a made-up desk, and what a test does with it. */
export interface DeskStage {
  readonly page: Page
  /** Opens the workbench anew. */
  readonly open: (query?: string) => Promise<void>
  /** Runs in the page: it sees nothing but its argument. */
  readonly fake: <T>(act: (client: FakeClient) => T | Promise<T>) => Promise<T>
  /** What was asked of the core under this name. */
  readonly calls: (name: string) => Promise<unknown[]>
}
