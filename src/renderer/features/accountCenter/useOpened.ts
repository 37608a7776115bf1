import { useState } from 'react'

export interface Opened<What extends string, Row> {
  /** What is open above the page; null: nothing. */
  readonly what: What | null
  /** What it is open for, as it is now; null: something new, or nothing in particular. */
  readonly row: Row | null
  readonly open: (what: What, row?: Row) => void
  readonly close: () => void
}

/** What is open above a list. A row that is gone meanwhile stays as it was: what was typed is not lost with it. */
export const useOpened = <What extends string, Row extends { readonly id: string }>(
  rows: readonly Row[] | undefined,
): Opened<What, Row> => {
  const [opened, setOpened] = useState<{ readonly what: What; readonly row: Row | null } | null>(null)
  return {
    what: opened?.what ?? null,
    row: rows?.find(({ id }) => id === opened?.row?.id) ?? opened?.row ?? null,
    open: (what, row) => {
      setOpened({ what, row: row ?? null })
    },
    close: () => {
      setOpened(null)
    },
  }
}
