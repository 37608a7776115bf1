import { Search } from 'lucide-react'
import { useDeferredValue, useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'
import { flushSync } from 'react-dom'

import { useTranslation } from '../../translation/index.ts'
import { noteFocus } from '../../ui/index.ts'
import { useAgentSetting } from '../settings/index.ts'
import { rankEntries, usedNow, type PaletteEntry } from './entries.ts'
import { useEntries, useSearchEntry, type PaletteDoors } from './useEntries.ts'

import './palette.css'

/** A longer query is cut, as in the search (R-17-047). */
const LONGEST = 100

export interface PaletteProps {
  readonly doors: PaletteDoors
  readonly onClose: () => void
}

export const Palette = ({ doors, onClose }: PaletteProps) => {
  const { t } = useTranslation('palette')
  const [typed, setTyped] = useState('')
  const [active, setActive] = useState(0)
  const listId = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  const recent = useAgentSetting('paletteRecent')
  // Typing never waits for what fits.
  const wanted = useDeferredValue(typed)
  const entries = useEntries(wanted, doors)
  const searchEntry = useSearchEntry()
  const fitting = (text: string): readonly PaletteEntry[] =>
    rankEntries([...entries, ...searchEntry(text)], text, recent.value)
  const shown = fitting(wanted)
  const current = shown[Math.min(active, shown.length - 1)]

  useEffect(() => {
    const giveBack = noteFocus()
    dialog.current?.showModal()
    return giveBack
  }, [])
  useEffect(() => {
    dialog.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [current])

  const choose = (entry: PaletteEntry): void => {
    recent.save(usedNow(recent.value, entry.key))
    // What it does may want the keyboard, which a dialog keeps for itself.
    flushSync(onClose)
    entry.run()
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return
    if (event.key === 'ArrowDown') setActive((Math.min(active, shown.length - 1) + 1) % shown.length)
    else if (event.key === 'ArrowUp')
      setActive((Math.min(active, shown.length) + shown.length - 1) % shown.length)
    else if (event.key === 'Enter') {
      // Who writes faster than the list follows means what was written, not what is still shown.
      const chosen = wanted === typed ? current : fitting(typed)[0]
      if (chosen) choose(chosen)
    } else return
    event.preventDefault()
  }

  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- Esc is the browser's own
    <dialog
      ref={dialog}
      className="fy-surface fy-palette"
      aria-label={t('label')}
      onClose={onClose}
      onClick={(event) => {
        // Beside it, on what it lies over.
        if (event.target === dialog.current) onClose()
      }}
    >
      <div className="fy-palette-line">
        <Search aria-hidden="true" />
        <input
          role="combobox"
          aria-label={t('label')}
          aria-expanded="true"
          aria-controls={listId}
          aria-activedescendant={current ? `${listId}-${current.key}` : undefined}
          placeholder={t('placeholder')}
          maxLength={LONGEST}
          value={typed}
          onChange={({ target: { value } }) => {
            setTyped(value)
            setActive(0)
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <div id={listId} role="listbox" aria-label={t('results')} className="fy-palette-list">
        {shown.map((entry) => (
          <button
            key={entry.key}
            id={`${listId}-${entry.key}`}
            type="button"
            role="option"
            aria-selected={entry === current}
            tabIndex={-1}
            className="fy-palette-entry"
            onClick={() => {
              choose(entry)
            }}
          >
            <span className="fy-cut">{entry.text}</span>
            <span className="fy-secondary fy-cut fy-grow">{entry.more}</span>
            <span className="fy-secondary">{t(`kinds.${entry.kind}`)}</span>
            {entry.shortcut ? <kbd className="fy-key">{entry.shortcut}</kbd> : null}
          </button>
        ))}
      </div>
      {shown.length === 0 ? (
        <p className="fy-palette-note" role="status">
          {t('nothing')}
        </p>
      ) : null}
    </dialog>
  )
}
