import type { Driver } from '../port.ts'

/** One numbered step of the schema, forward only. A step that was released is never changed. */
export interface Migration {
  readonly number: number
  readonly name: string
  readonly statements: (driver: Driver) => readonly string[]
}
