import { create } from 'zustand'

import { forgetWithAgent } from './leaving.ts'
import { useQueryPart, useRun } from './useQuery.ts'

export interface FormDraft<T> {
  readonly values: T
  readonly change: (more: Partial<T>) => void
  /** It was sent, or is not wanted any more. */
  readonly forget: () => void
}

/** What was typed in this window, by key; it goes before what is on the disk, which follows a moment later. */
const useTyped = create<Readonly<Record<string, object>>>()(() => ({}))

forgetWithAgent(() => {
  useTyped.setState({}, true)
})

/**
 * What stands half filled in a form: on this device, for this agent, until it is sent or dismissed.
 *
 * It is written with every change, because a reload does not ask first. `form` names the form and what it is about.
 */
export const useFormDraft = <T extends object>(form: string, empty: T): FormDraft<T> => {
  const run = useRun()
  const agentId = useQueryPart('account.current', {}, (current) => current?.account?.agentId)
  const key = `form:${agentId ?? ''}:${form}`
  // All of them in one question: a customer's panel has a dozen fields, and hardly ever one that is half filled.
  const kept = useQueryPart('forms.kept', {}, (all) => all?.[form])
  const valuesOf = (typed: object | undefined): T => ({ ...empty, ...knownIn(empty, typed ?? kept) })
  const values = valuesOf(useTyped((all) => all[key]))
  const put = (next: T | null): void => {
    useTyped.setState({ [key]: next ?? {} })
    // A full disk costs what a reload would lose anyway; the status bar tells of the disk.
    void run('setting.save', { key, value: next })
  }
  return {
    values,
    change: (more) => {
      // What takes a while, such as an upload, changes what stands there by then.
      const next = { ...valuesOf(useTyped.getState()[key]), ...more }
      put(isSame(next, empty) ? null : next)
    },
    forget: () => {
      put(null)
    },
  }
}

/** What still fits the form: another version of the program may have kept it. */
const knownIn = <T extends object>(empty: T, kept: unknown): Partial<T> => {
  if (typeof kept !== 'object' || kept === null) return {}
  const before: Readonly<Record<string, unknown>> = { ...kept }
  const fits = ([name, value]: [string, unknown]): boolean =>
    name in before && (value === null || typeof before[name] === typeof value)
  return Object.fromEntries(
    Object.entries(empty)
      .filter(fits)
      .map(([name]) => [name, before[name]]),
  ) as Partial<T>
}

const isSame = (a: object, b: object): boolean => JSON.stringify(a) === JSON.stringify(b)
