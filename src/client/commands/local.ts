import { ok, refuse, type Result } from '../../base/result.ts'
import type { ActionArgs, ActionCode, ActionResult, LocalActions } from '../api.ts'
import type { ClientPorts } from '../ports/index.ts'
import { CACHE_LIMITS, readCacheLimits } from '../store/cacheLimits.ts'
import { showAgain } from '../store/forgottenThreads.ts'
import { saveSetting } from '../store/settings.ts'
import type { Store } from '../store/store.ts'
import { whenDiskAllows } from '../store/whenDiskAllows.ts'
import { keepWritten } from '../store/written.ts'
import type { Workplace } from '../sync/workplace.ts'
import type { Accounts } from './accounts.ts'
import { keepDraftOf } from './drafts.ts'
import { forgetThread } from './forgetThread.ts'
import { clearMedia, keepMedia } from './media.ts'
import { createOwnAccount } from './ownAccount.ts'
import { searchRecords } from './records.ts'
import { testServer } from './testServer.ts'
import { keepThemePicture } from './themePictures.ts'

/** Many enough for a long thread, few enough for the memory and a cancel between two pages. */
const EXPORT_MESSAGES = 200

type LocalName = keyof LocalActions
type Answer<N extends LocalName> = Result<ActionResult<N>, ActionCode<N>>
export type LocalTable = {
  readonly [N in LocalName]: (args: ActionArgs<N>) => Answer<N> | Promise<Answer<N>>
}

/** What the core does by itself, by name. */
export const createLocalActions = (store: Store, accounts: Accounts, ports: ClientPorts): LocalTable => {
  const here = (): Workplace => {
    const workplace = accounts.workplace()
    if (!workplace) throw new Error('nobody is signed in')
    return workplace
  }
  const own = createOwnAccount(ports.http, () => here().account)
  const upload = async (
    bytes: Blob,
    name: string,
    kind: 'image' | 'file' | 'theme',
  ): Promise<Answer<'file.upload'>> => {
    const { signal } = new AbortController()
    const uploaded = await here().upload({
      id: ports.ids.next(),
      name,
      kind,
      bytes,
      onProgress: () => undefined,
      signal,
    })
    return uploaded.ok ? ok({ file: uploaded.value }) : refuse(uploaded.code as ActionCode<'file.upload'>)
  }
  return {
    'account.sign-in': (args) => accounts.signIn(args),
    'account.sign-in-with-ticket': (args) => accounts.signInWithTicket(args),
    'server.test': ({ server }) => testServer(ports, server),
    'account.sign-out': async () => {
      const workplace = accounts.workplace()
      workplace?.outbox.flush()
      await workplace?.endings.flush()
      await workplace?.drafts.flush()
      return accounts.signOut()
    },
    'device.list': () => own.devices(),
    'device.sign-out': ({ deviceId }) => own.signOut(deviceId),
    'password.change': (change) => own.changePassword(change),
    'account.switch': ({ agentId }) => accounts.switchTo(agentId),
    'connection.retry': () => {
      accounts.workplace()?.connection.retry()
      return ok({})
    },
    'connection.confirm': async () =>
      (await accounts.workplace()?.connection.confirm()) ? ok({}) : refuse('offline'),
    'message.send': (args) => here().outbox.sendText(args),
    'file.send': (args) => here().outbox.sendFile(args),
    'stored-file.send': (args) => here().outbox.sendStored(args),
    'picture.upload': ({ file, name }) => upload(file, name, 'image'),
    'file.upload': ({ file, name, as }) => upload(file, name, as),
    'outbox.retry': (args) => here().outbox.retry(args),
    'outbox.discard': (args) => here().outbox.discard(args),
    'outbox.pause': (args) => here().outbox.pause(args),
    'queued.retry': (args) => here().queued.retry(args),
    'queued.discard': (args) => here().queued.discard(args),
    'draft.save': ({ agentId, ...args }) => {
      const workplace = accounts.workplace()
      return agentId === undefined || workplace?.account.agentId === agentId
        ? here().drafts.save(args)
        : keepDraftOf(store, agentId, args, ports.clock.now())
    },
    'draft-file.keep': (args) => here().drafts.keepFile(args),
    'draft-file.drop': ({ id }) => {
      accounts.workplace()?.drafts.dropFile(id)
      return ok({})
    },
    'written.keep': ({ conversationId, text }) => {
      const { agentId } = here().account
      return saved(() => store.writeOwn((own) => keepWritten(own, agentId, conversationId, text)))
    },
    'history.load': ({ conversationId }) => here().loadHistory(conversationId),
    'records.export-page': async (args) => {
      const page = await here().ask('export.page', { ...args, limit: EXPORT_MESSAGES })
      return page.ok ? page : refuse(page.code as ActionCode<'records.export-page'>)
    },
    'records.forget': ({ conversationId }) =>
      forgetThread(store, conversationId, ports.clock.now() + accounts.status().clockOffsetMs),
    'records.show-again': ({ conversationId }) =>
      saved(() => store.write(({ cache }) => showAgain(cache, conversationId))),
    'records.search': (args) => searchRecords(here().ask, store.cache, args),
    'media.keep': (args) => keepMedia(store, here(), args),
    'media.clear': () => clearMedia(store, here()),
    'cache-limits.save': (changes) =>
      saved(() =>
        store.writeOwn((own) =>
          saveSetting(own, CACHE_LIMITS, { ...readCacheLimits(own, ports.device.kind), ...changes }),
        ),
      ),
    'typing.set': ({ conversationId, on }) => {
      accounts.workplace()?.setTyping(conversationId, on)
      return ok({})
    },
    'conversation.view': ({ conversationId }) => {
      accounts.workplace()?.setViewing(conversationId)
      return ok({})
    },
    'ending.hold': ({ seconds, ...wish }) => {
      here().endings.hold(wish, seconds * 1000)
      return ok({})
    },
    'ending.undo': ({ sessionId }) => {
      accounts.workplace()?.endings.undo(sessionId)
      return ok({})
    },
    'held.flush': async () => {
      accounts.workplace()?.outbox.flush()
      await accounts.workplace()?.endings.flush()
      return ok({})
    },
    'device.set-idle': ({ presence }) => {
      accounts.workplace()?.setIdle(presence)
      return ok({})
    },
    'agent-setting.save': ({ changes }) => here().settings.save(changes),
    'theme-picture.keep': (args) => keepThemePicture(store, args),
    'setting.save': ({ key, value }) => saved(() => store.writeOwn((own) => saveSetting(own, key, value))),
  }
}

const saved = (write: () => void): Result<Record<string, never>, 'disk-full'> =>
  whenDiskAllows(write) ?? ok({})
