import type { ReactNode } from 'react'

import { useTranslation } from '../../translation/index.ts'
import { Button } from '../../ui/index.ts'
import { actionOf, isMacro, keysOf, labelOf, withUsualKeys, type KeyedName } from '../actions/index.ts'
import { Conflict } from './Conflict.tsx'
import { KeyField } from './KeyField.tsx'
import type { HotKeysEditing } from './useHotKeys.ts'
import { useKeyedText } from './useKeyedText.ts'

export interface KeyRowProps {
  readonly name: KeyedName
  readonly editing: HotKeysEditing
  /** What else can be done with it. */
  readonly children?: ReactNode
  /** What it consists of, below it. */
  readonly note?: string
}

/** One action or macro with its keys, and the way to others. */
export const KeyRow = ({ name, editing, children, note }: KeyRowProps) => {
  const { t } = useTranslation('actions')
  const called = useKeyedText()(name)
  const { choice, save, asking, give } = editing
  const { own } = choice
  const keys = keysOf(name, choice)
  return (
    <li>
      <div className="fy-hot-key">
        <span>{called}</span>
        {children}
        {isMacro(name) || own[name] === undefined ? null : (
          <Button
            kind="quiet"
            aria-label={t('page.resetOf', { name: called })}
            onClick={() => {
              save(withUsualKeys(choice, name))
            }}
          >
            {t('page.reset')}
          </Button>
        )}
        {!isMacro(name) && actionOf(name).local ? (
          <span className="fy-hot-key-fixed">
            {keys.map((key) => (
              <kbd key={key} className="fy-key">
                {labelOf(key)}
              </kbd>
            ))}
          </span>
        ) : (
          <KeyField
            label={called}
            keys={keys}
            everywhere={!isMacro(name) && actionOf(name).everywhere === true}
            onKey={(combination) => {
              give(name, combination)
            }}
            onNone={() => {
              save({ ...own, [name]: [] })
            }}
          />
        )}
      </div>
      {note ? <p className="fy-secondary fy-hot-key-note">{note}</p> : null}
      {asking?.name === name ? <Conflict asking={asking} editing={editing} /> : null}
    </li>
  )
}
