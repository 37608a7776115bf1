import { useLayoutEffect } from 'react'

import { useQuery } from '../../core/index.ts'
import { useAgentSetting } from '../settings/index.ts'
import { learnPreviews } from './guessHeight.ts'

/** The company has pages read, and the agent wants to see what they say (R-06-135). */
export const useShowsPreviews = (): boolean => {
  const wanted = useAgentSetting('linkPreviews').value
  return useQuery('organization.get', {})?.organization.linkPreviews === true && wanted
}

/** Rows are guessed as high as they are shown. */
export const useLearnPreviews = (): void => {
  const shown = useShowsPreviews()
  useLayoutEffect(() => {
    learnPreviews(shown)
  }, [shown])
}
