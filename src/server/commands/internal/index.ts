import type { InternalName } from '../../engine/types.ts'
import { openFace } from '../faces/openFace.ts'
import type { InternalHandler } from '../handler.ts'
import { annotateMessage } from '../messages/annotate.ts'
import { attachPreview } from '../messages/attachPreview.ts'
import { agentConnected, agentDisconnected } from '../presence/connections.ts'
import { answerAsBot } from './answerAsBot.ts'
import { answerAsRouter } from './answerAsRouter.ts'
import { answerInvitation } from './answerInvitation.ts'
import { answerMailDone } from './answerMail.ts'
import { createOrganization } from './createOrganization.ts'
import { fireTimer, fireTimers } from './fireTimer.ts'
import { joinAddress } from './joinAddress.ts'
import { noteVisits } from './noteVisits.ts'
import { openIdentity } from './openIdentity.ts'
import { openInvited } from './openInvited.ts'
import { rateByLink } from './rateByLink.ts'
import { renewHistory } from './renewHistory.ts'
import { requeue } from './requeueSession.ts'
import { showInvitation } from './showInvitation.ts'

/** Who decides what the server asks of itself. */
export const internalHandlers = {
  'organization.create': createOrganization,
  'agent.connected': agentConnected,
  'agent.disconnected': agentDisconnected,
  'identity.open': openIdentity,
  'identity.join': joinAddress,
  'face.open': openFace,
  'session.requeue': requeue,
  'invitation.show': showInvitation,
  'invitation.answer': answerInvitation,
  'invitation.open': openInvited,
  'bot.answer': answerAsBot,
  'router.answer': answerAsRouter,
  'message.annotate': annotateMessage,
  'message.preview': attachPreview,
  'visits.note': noteVisits,
  'answer-mail.done': answerMailDone,
  'session.rate': rateByLink,
  'history.renew': renewHistory,
  'timer.fire': fireTimer,
  'timers.fire': fireTimers,
} satisfies { [N in InternalName]: InternalHandler<N> }
