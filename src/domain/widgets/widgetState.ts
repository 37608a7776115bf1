import type { Agent, Widget } from '../../protocol/model/index.ts'

/** Not kept anywhere: it follows from the account of whoever is responsible for the entry (R-02-029). */
export type WidgetState = 'active' | 'invalid'

export const widgetState = (
  { ownerId }: Pick<Widget, 'ownerId'>,
  owner: Pick<Agent, 'disabled'> | undefined,
): WidgetState => (ownerId !== null && (owner === undefined || owner.disabled) ? 'invalid' : 'active')
