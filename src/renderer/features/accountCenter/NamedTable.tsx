import type { ReactNode } from 'react'

import { useTranslation } from '../../translation/index.ts'
import { Button } from '../../ui/index.ts'

export interface NamedColumn<Row> {
  readonly title: string
  readonly cell: (row: Row) => ReactNode
  /** It is what the row is called. */
  readonly isName?: boolean
  readonly className?: string
}

export interface NamedAction<What extends string, Row> {
  readonly what: What
  readonly text: string
  /** With what it is done, for those who hear one button after another. */
  readonly labelOf: (row: Row) => string
  /** Not every row may have it. */
  readonly isFor?: (row: Row) => boolean
}

export interface NamedTableProps<What extends string, Row> {
  readonly rows: readonly Row[]
  readonly columns: readonly NamedColumn<Row>[]
  readonly actions: readonly NamedAction<What, Row>[]
  readonly onAction: (what: What, row: Row) => void
  readonly className?: string
}

/** Things of one kind that the company has made, each by its name and with what can be done to it. */
export const NamedTable = <What extends string, Row extends { readonly id: string }>({
  rows,
  columns,
  actions,
  onAction,
  className = '',
}: NamedTableProps<What, Row>) => {
  const { t } = useTranslation('accountCenter')
  return (
    <table className={`fy-center-table ${className}`}>
      <thead>
        <tr>
          {columns.map(({ title }) => (
            <th key={title} scope="col">
              {title}
            </th>
          ))}
          <th scope="col">
            <span className="fy-hidden">{t('actions')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            {columns.map(({ title, cell, isName, className: cellClass }) =>
              isName ? (
                <th key={title} scope="row" className={cellClass}>
                  {cell(row)}
                </th>
              ) : (
                <td key={title} className={cellClass}>
                  {cell(row)}
                </td>
              ),
            )}
            <td>
              <div className="fy-center-actions">
                {actions.map(({ what, text, labelOf, isFor }) =>
                  isFor?.(row) === false ? null : (
                    <Button
                      key={what}
                      kind="quiet"
                      aria-label={labelOf(row)}
                      onClick={() => {
                        onAction(what, row)
                      }}
                    >
                      {text}
                    </Button>
                  ),
                )}
              </div>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
