import { useState, type KeyboardEvent } from 'react'

export interface ListKeys {
  readonly active: number
  /** From the beginning again: something else is offered. */
  readonly restart: () => void
  /** True: the key was for the list. */
  readonly onKey: (event: KeyboardEvent, actions: ListKeyActions) => boolean
}

export interface ListKeyActions {
  readonly onEnter: (index: number) => void
  readonly onTab: (index: number) => void
  readonly onEscape: () => void
}

/** The keys of a list that is offered above the field while somebody goes on typing in it. */
export const useListKeys = (count: number): ListKeys => {
  const [chosen, setChosen] = useState(0)
  const active = Math.min(chosen, count - 1)
  return {
    active,
    restart: () => {
      setChosen(0)
    },
    onKey: (event, { onEnter, onTab, onEscape }) => {
      if (count === 0 || event.shiftKey || event.altKey || event.ctrlKey || event.metaKey) return false
      switch (event.key) {
        case 'ArrowDown':
          setChosen((active + 1) % count)
          break
        case 'ArrowUp':
          setChosen((active - 1 + count) % count)
          break
        case 'Enter':
          onEnter(active)
          break
        case 'Tab':
          onTab(active)
          break
        case 'Escape':
          // The workbench would leave the field.
          event.stopPropagation()
          onEscape()
          break
        default:
          return false
      }
      event.preventDefault()
      return true
    },
  }
}
