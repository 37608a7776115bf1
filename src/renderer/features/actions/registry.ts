import { create } from 'zustand'

import { ACTION_NAMES, actionOf, type ActionName, type KeyedName } from './actions.ts'

type Run = () => void

/**
 * What can be done now.
 *
 * A key asks here when it is pressed, so registering renders nothing; only who shows a list of actions subscribes. Of
 * two that offer the same action, the later one has it: what lies on top decides.
 */
const useRegistry = create<{ readonly running: ReadonlyMap<KeyedName, readonly Run[]> }>()(() => ({
  running: new Map(),
}))

/** Says that an action is possible; the answer takes it back. */
export const registerAction = (name: KeyedName, run: Run): (() => void) => {
  change(name, (runs) => [...runs, run])
  return () => {
    change(name, (runs) => runs.filter((one) => one !== run))
  }
}

/** Does it, if it is possible now. */
export const runAction = (name: KeyedName): boolean => {
  const run = useRegistry.getState().running.get(name)?.at(-1)
  run?.()
  return run !== undefined
}

/** What can be done now and is chosen from a list, in the order of the table; nothing while nobody looks at the list. */
export const usePossibleActions = (looking = true): readonly ActionName[] => {
  const running = useRegistry((state) => (looking ? state.running : NOTHING))
  return ACTION_NAMES.filter((name) => actionOf(name).keyOnly !== true && running.has(name))
}

const NOTHING: ReadonlyMap<KeyedName, readonly Run[]> = new Map()

/** Whether this one can be done now. */
export const useIsPossible = (name: KeyedName): boolean => useRegistry(({ running }) => running.has(name))

/** Whether it becomes possible, or with `not` impossible, before the time is over: what went before may take a moment. */
export const whenPossible = async (name: KeyedName, withinMs: number, not = false): Promise<boolean> => {
  const isSo = (): boolean => useRegistry.getState().running.has(name) !== not
  if (isSo()) return true
  return new Promise((resolve) => {
    const finish = (answer: boolean): void => {
      clearTimeout(timer)
      stop()
      resolve(answer)
    }
    const stop = useRegistry.subscribe(() => {
      if (isSo()) finish(true)
    })
    const timer = setTimeout(() => {
      finish(false)
    }, withinMs)
  })
}

const change = (name: KeyedName, to: (runs: readonly Run[]) => readonly Run[]): void => {
  const running = new Map(useRegistry.getState().running)
  const runs = to(running.get(name) ?? [])
  if (runs.length > 0) running.set(name, runs)
  else running.delete(name)
  useRegistry.setState({ running })
}
