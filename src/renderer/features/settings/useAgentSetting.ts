import { useCallback } from 'react'

import type { SettingState, SettingStates } from '../../../client/api.ts'
import {
  settingDeclaration,
  type AgentSettingChanges,
  type AgentSettingName,
  type AgentSettingValue,
} from '../../../protocol/model/index.ts'
import { useQuery, useRun } from '../../core/index.ts'

export interface AgentSetting<N extends AgentSettingName> extends SettingState<N> {
  /** False while it is being read, and while nobody is signed in: the value is the usual one then. */
  readonly known: boolean
  /** Holds at once, here and soon on the agent's other devices; nothing happens while it is locked. */
  readonly save: (value: AgentSettingValue<N>) => void
}

/** One setting of the agent: what holds, and how to choose otherwise. */
export const useAgentSetting = <N extends AgentSettingName>(name: N): AgentSetting<N> => {
  const states = useSettingStates()
  const saveAll = useSaveSettings()
  const state: SettingState<N> = states?.[name] ?? {
    value: settingDeclaration(name).usual as AgentSettingValue<N>,
    from: 'usual',
    locked: false,
  }
  const { locked } = state
  const save = useCallback(
    (value: AgentSettingValue<N>): void => {
      if (!locked) saveAll({ [name]: value })
    },
    [saveAll, name, locked],
  )
  return { ...state, known: states !== undefined && states !== null, save }
}

/** All of them at once; undefined while they are being read, null while nobody is signed in. */
export const useSettingStates = (): SettingStates | null | undefined => useQuery('agent-settings.mine', {})

/** Saves several together; null takes a choice back. */
export const useSaveSettings = (): ((changes: AgentSettingChanges) => void) => {
  const run = useRun()
  return useCallback(
    (changes) => {
      // Only a full disk refuses, and the status bar tells of that.
      void run('agent-setting.save', { changes })
    },
    [run],
  )
}
