import { Plus, type LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'

import { Button, EmptyState } from '../../ui/index.ts'
import { CenterPage } from './CenterPage.tsx'
import { NamedTable, type NamedTableProps } from './NamedTable.tsx'
import { PageSkeleton } from './PageSkeleton.tsx'

export interface NamedListPageProps<What extends string, Row> extends Omit<
  NamedTableProps<What, Row>,
  'rows'
> {
  readonly title: string
  readonly about: string
  /** Undefined while they are on their way. */
  readonly rows: readonly Row[] | undefined
  /** So many there may be. */
  readonly most?: number
  readonly createText: string
  readonly onCreate: () => void
  readonly empty: { readonly icon: LucideIcon; readonly title: string; readonly hint: string }
  /** What is open above the list. */
  readonly children: ReactNode
}

/** A page of the account center that lists what the company has made, with a button for a new one. */
export const NamedListPage = <What extends string, Row extends { readonly id: string }>({
  title,
  about,
  rows,
  most = Infinity,
  createText,
  onCreate,
  empty,
  children,
  ...table
}: NamedListPageProps<What, Row>) => {
  const create = (
    <Button kind="primary" disabled={!rows || rows.length >= most} onClick={onCreate}>
      <Plus aria-hidden="true" />
      {createText}
    </Button>
  )
  return (
    <CenterPage title={title} about={about} actions={create}>
      {!rows ? (
        <PageSkeleton rows={4} />
      ) : rows.length === 0 ? (
        <EmptyState {...empty}>{create}</EmptyState>
      ) : (
        <NamedTable rows={rows} {...table} />
      )}
      {children}
    </CenterPage>
  )
}
