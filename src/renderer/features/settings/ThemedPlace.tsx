import type { ReactNode } from 'react'

import { useThemePicture } from './useThemePicture.ts'

/** A place on which nothing stands yet: the company's picture, where its theme has one, and what belongs here on a card. */
export const ThemedPlace = ({ children }: { readonly children: ReactNode }) => {
  const { url } = useThemePicture('background')
  if (!url) return children
  return (
    <div className="fy-themed" style={{ backgroundImage: `url("${url}")` }}>
      <div className="fy-surface">{children}</div>
    </div>
  )
}
