import { start } from './0001-start.ts'
import { groupOptions } from './0002-group-options.ts'
import { topics } from './0003-topics.ts'
import { ratings } from './0004-ratings.ts'
import { receptionSettings } from './0005-reception-settings.ts'
import { blocks } from './0006-blocks.ts'
import type { Migration } from './migration.ts'

/** Every step, in order. */
export const migrations: readonly Migration[] = [
  start,
  groupOptions,
  topics,
  ratings,
  receptionSettings,
  blocks,
]
