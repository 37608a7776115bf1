import type { Clock } from '../../base/clock.ts'
import { ok, refuse, type Result } from '../../base/result.ts'
import type { ActionArgs, ActionCode, ActionResult, LocalActions } from '../api.ts'
import { saveDraft } from '../store/drafts.ts'
import { saveSetting } from '../store/settings.ts'
import type { Store } from '../store/store.ts'
import { whenDiskAllows } from '../store/whenDiskAllows.ts'
import type { Workplace } from '../sync/workplace.ts'
import type { Accounts } from './accounts.ts'

type LocalName = keyof LocalActions
type Answer<N extends LocalName> = Result<ActionResult<N>, ActionCode<N>>
export type LocalTable = {
  readonly [N in LocalName]: (args: ActionArgs<N>) => Answer<N> | Promise<Answer<N>>
}

/** What the core does by itself, by name. */
export const createLocalActions = (store: Store, clock: Clock, accounts: Accounts): LocalTable => {
  const here = (): Workplace => {
    const workplace = accounts.workplace()
    if (!workplace) throw new Error('nobody is signed in')
    return workplace
  }
  return {
    'account.sign-in': (args) => accounts.signIn(args),
    'account.sign-in-with-ticket': (args) => accounts.signInWithTicket(args),
    'account.sign-out': () => accounts.signOut(),
    'account.switch': ({ agentId }) => accounts.switchTo(agentId),
    'connection.retry': () => {
      accounts.workplace()?.connection.retry()
      return ok({})
    },
    'connection.confirm': async () =>
      (await accounts.workplace()?.connection.confirm()) ? ok({}) : refuse('offline'),
    'message.send': (args) => here().outbox.sendText(args),
    'file.send': (args) => here().outbox.sendFile(args),
    'picture.upload': async ({ file, name }) => {
      const { signal } = new AbortController()
      const uploaded = await here().upload({
        name,
        kind: 'image',
        bytes: file,
        onProgress: () => undefined,
        signal,
      })
      return uploaded.ok
        ? ok({ file: uploaded.value })
        : refuse(uploaded.code as ActionCode<'picture.upload'>)
    },
    'outbox.retry': (args) => here().outbox.retry(args),
    'outbox.discard': (args) => here().outbox.discard(args),
    'draft.save': ({ conversationId, text }) => {
      const { agentId } = here().account
      return saved(() => store.writeOwn((own) => saveDraft(own, agentId, conversationId, text, clock.now())))
    },
    'history.load': ({ conversationId }) => here().loadHistory(conversationId),
    'typing.set': ({ conversationId, on }) => {
      accounts.workplace()?.setTyping(conversationId, on)
      return ok({})
    },
    'setting.save': ({ key, value }) => saved(() => store.writeOwn((own) => saveSetting(own, key, value))),
  }
}

const saved = (write: () => void): Result<Record<string, never>, 'disk-full'> =>
  whenDiskAllows(write) ?? ok({})
