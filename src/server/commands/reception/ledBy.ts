import type { Session, Why } from '../../../protocol/model/index.ts'

/** The rule and the router that led a session where it goes on from: they stay part of the reason. */
export const ledBy = ({ why }: Pick<Session, 'why'>): Pick<Why, 'rule' | 'router'> => ({
  ...(why.rule !== undefined && { rule: why.rule }),
  ...(why.router !== undefined && { router: why.router }),
})
