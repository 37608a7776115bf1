import { create } from 'zustand'

import { forgetWithAgent } from '../../core/index.ts'

interface SearchText {
  readonly text: string
  /** How often somebody else has asked for a search. */
  readonly asked: number
}

/** What stands in the search field. */
export const useSearchText = create<SearchText>()(() => ({ text: '', asked: 0 }))

export const setText = (text: string): void => {
  useSearchText.setState({ text })
}

forgetWithAgent(() => {
  setText('')
})

/** Goes to the search field with this in it. */
export const searchFor = (text: string): void => {
  useSearchText.setState(({ asked }) => ({ text, asked: asked + 1 }))
}
