import { start } from './0001-start.ts'
import { groupOptions } from './0002-group-options.ts'
import type { Migration } from './migration.ts'

/** Every step, in order. */
export const migrations: readonly Migration[] = [start, groupOptions]
