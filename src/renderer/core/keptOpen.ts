import { create } from 'zustand'

import { keepInTab, readInTab } from './keptInTab.ts'
import { forgetWithAgent } from './leaving.ts'

/** What is open in this tab to be filled in or answered, by name: which thing it is about. */
const useAll = create<Readonly<Record<string, unknown>>>()(() => readInTab('asking'))

forgetWithAgent(() => {
  if (Object.keys(useAll.getState()).length === 0) return
  useAll.setState({}, true)
  keepInTab('asking', {})
})

/** Opens it about something, or closes it: null. What is open about the same already is not written again. */
export const keepOpen = (name: string, about: unknown): void => {
  const all = useAll.getState()
  if (JSON.stringify(all[name] ?? null) === JSON.stringify(about)) return
  useAll.setState({ [name]: about })
  keepInTab('asking', useAll.getState())
}

/** What it is open about, null: it is closed; and how to open or close it. */
export type KeptOpen<T> = readonly [about: T | null, open: (about: T | null) => void]

/**
 * A dialog or form that is open again after a reload; what stands half filled in it is `useFormDraft`'s.
 *
 * `known` reads what was kept, perhaps by another version of the program; null: it cannot be read.
 */
export const useKeptOpen = <T>(name: string, known: (about: unknown) => T | null): KeptOpen<T> => {
  const about = useAll((all) => all[name])
  return [
    known(about),
    (next) => {
      keepOpen(name, next)
    },
  ]
}

/** The same of what is about one thing. */
export const useKeptOpenOf = <Id extends string>(name: string): KeptOpen<Id> => useKeptOpen<Id>(name, idIn)

const idIn = <Id extends string>(about: unknown): Id | null =>
  typeof about === 'string' ? (about as Id) : null
