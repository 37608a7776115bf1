import { useEffect, useEffectEvent } from 'react'
import { create } from 'zustand'

import type { SystemKeyName, SystemKeys } from '../../../preload/contract.ts'
import { useQuery } from '../../core/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { keysOf, runAction, tell, useKeyChoice, type KeyChoice } from '../actions/index.ts'
import { useAgentSetting } from '../settings/index.ts'
import { takePressed, useShell } from '../shell/index.ts'

const NO_KEYS: SystemKeys = { screenshot: [], oldestUnread: [], showWindow: [], acceptAnywhere: [] }

/** Those whose keys another program of this computer has. */
export const useRefusedKeys = create<{ readonly names: readonly string[] }>()(() => ({ names: [] }))

/** In the desktop program some keys are heard in every program, for as long as somebody is signed in. */
export const useSystemKeys = (): void => {
  const { t } = useTranslation('actions')
  const { known } = useAgentSetting('hotKeys')
  const { own, sendKey } = useKeyChoice()
  // What is told before somebody is there is forgotten when they come.
  const agentId = useQuery('account.current', {})?.me?.agentId
  const tellRefused = useEffectEvent((names: readonly SystemKeyName[]) => {
    const before = useRefusedKeys.getState().names
    useRefusedKeys.setState({ names })
    const news = names.filter((name) => !before.includes(name))
    if (news.length > 0)
      tell(t('page.refused', { names: news.map((name) => t(`names.${name}`)).join(' · ') }))
  })
  useEffect(() => {
    if (!known || agentId === undefined) return undefined
    let isOver = false
    void window.foyer?.ask('keys.use', systemKeys({ own, sendKey })).then((names) => {
      if (!isOver) tellRefused(names)
    })
    return () => {
      isOver = true
    }
  }, [own, sendKey, known, agentId])
  useEffect(
    () => () => {
      void window.foyer?.ask('keys.use', NO_KEYS)
    },
    [],
  )

  const { pressed } = useShell()
  useEffect(() => {
    const name = pressed === null ? null : takePressed()
    if (name !== null) runAction(name === 'acceptAnywhere' ? 'acceptNext' : name)
  }, [pressed])
}

const systemKeys = (choice: KeyChoice): SystemKeys => ({
  screenshot: keysOf('screenshot', choice),
  oldestUnread: keysOf('oldestUnread', choice),
  showWindow: keysOf('showWindow', choice),
  acceptAnywhere: keysOf('acceptAnywhere', choice),
})
