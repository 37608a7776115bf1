import { refuse } from '../../../base/result.ts'
import type { Handler } from '../handler.ts'
import { offer, settingsOf } from './offer.ts'

export const inviteVisitor: Handler<'visitor.invite'> = async (work, { agentId }, { visitorId }) =>
  (await settingsOf(work)).manual ? offer(work, visitorId, { kind: 'manual', agentId }) : refuse('manual-off')

export const startWithVisitor: Handler<'visitor.start'> = async (work, { agentId }, { visitorId }) =>
  (await settingsOf(work)).manual
    ? offer(work, visitorId, { kind: 'started', agentId })
    : refuse('manual-off')
