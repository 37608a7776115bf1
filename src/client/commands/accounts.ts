import { ok, refuse, type Result } from '../../base/result.ts'
import type { AgentId } from '../../protocol/model/index.ts'
import type { ActionArgs, ConnectionStatus, CurrentAccount, RememberedAccount, SignInCode } from '../api.ts'
import { DatabaseError, type ClientPorts } from '../ports/index.ts'
import type { Quiet } from '../quiet.ts'
import {
  listAccounts,
  removeAccount,
  saveAccount,
  sealAccount,
  touchAccount,
  type Account,
} from '../store/accounts.ts'
import { clearKeptSettings } from '../store/agentSettings.ts'
import type { WriteDb } from '../store/database.ts'
import { readFact, saveFact } from '../store/device.ts'
import { removeDrafts } from '../store/drafts.ts'
import { createLocalFiles } from '../store/localFiles.ts'
import { openMediaFile, type MediaFile } from '../store/mediaFile.ts'
import { clearOutbox } from '../store/outbox.ts'
import { readMe } from '../store/position.ts'
import { clearQueued } from '../store/queuedCommands.ts'
import { removeForms } from '../store/settings.ts'
import type { Fault, Store } from '../store/store.ts'
import { whenDiskAllows } from '../store/whenDiskAllows.ts'
import { removeWritten } from '../store/written.ts'
import type { MomentWriter } from '../sync/moment.ts'
import { createServerTime } from '../sync/serverTime.ts'
import { createWorkplace, type Workplace } from '../sync/workplace.ts'
import { createSignIn, type FreshAccount } from './signIn.ts'

/** R-17-053. */
const REMEMBERED_LIMIT = 5

type None = Record<string, never>

/**
 * Who is signed in on this device.
 *
 * Each account has a cache of its own, opened only while it is the one signed in, so that nothing of one account can
 * be shown to another. Steps follow one another: nobody signs in while another is being signed out.
 */
export interface Accounts {
  start(): Promise<void>
  /** Null while nobody is signed in. */
  workplace(): Workplace | null
  current(): CurrentAccount
  status(): ConnectionStatus
  signIn(args: ActionArgs<'account.sign-in'>): Promise<Result<{ agentId: AgentId }, SignInCode>>
  signInWithTicket(
    args: ActionArgs<'account.sign-in-with-ticket'>,
  ): Promise<Result<{ agentId: AgentId }, SignInCode>>
  signOut(): Promise<Result<None, never>>
  switchTo(agentId: AgentId): Promise<Result<None, 'not-found'>>
  stop(): Promise<void>
}

export const createAccounts = (
  ports: ClientPorts,
  store: Store,
  moment: MomentWriter,
  quiet: Quiet,
): Accounts => {
  const { clock, log } = ports
  const signIn = createSignIn(ports)
  const files = createLocalFiles(ports, store)
  const startedAt = clock.now()
  let state: CurrentAccount['state'] = 'starting'
  /** The one signed in, or the one whose sign-in the server ended. */
  let account: Account | null = null
  let workplace: Workplace | null = null
  /** How often damage was met since the last complete load. */
  const suspected = new Map<Fault['database'], number>()
  let stopped = false

  let last: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(step: () => Promise<T>): Promise<T> => {
    const next = last.then(step)
    last = next.catch(() => undefined)
    return next
  }
  const inBackground = (step: () => Promise<void>): void => {
    inTurn(step).catch((error: unknown) => log.error('a change of account failed', { error }))
  }
  const show = (next: CurrentAccount['state'], who: Account | null): void => {
    state = next
    account = who
    store.announce('account', 'connection')
  }

  const createPlace = (who: FreshAccount, media: MediaFile): Workplace => {
    const serverTime = createServerTime(clock, Number(readFact(store.own, 'clock-offset') ?? 0))
    const mine = createWorkplace({
      ports,
      store,
      moment,
      serverTime,
      account: who,
      token: who.token,
      deviceId: files.deviceId(),
      media,
      quiet,
      onDismissed: (code) => inBackground(() => dismiss(mine, code)),
      onClock: () => {
        whenDiskAllows(() =>
          store.writeOwn((own) => saveFact(own, 'clock-offset', String(serverTime.offset()))),
        )
        store.announce('connection')
      },
      onSynced: () => {
        suspected.clear()
        files.loaded()
      },
    })
    return mine
  }
  /**
   * Opens the account's cache and goes to work in it.
   *
   * Damage can be met already on the way in: then the whole file is looked at, and the second time it is replaced.
   */
  const enter = async (who: FreshAccount, suspect = false, damages = 0): Promise<void> => {
    await files.openCache(who.agentId, suspect)
    if (stopped) return
    const media = await openMediaFile(ports.databases, who.agentId, !files.isPublic(), clock, log)
    let mine: Workplace
    try {
      mine = createPlace(who, media)
    } catch (error) {
      media.close()
      if (!(error instanceof DatabaseError) || error.code !== 'corrupt' || damages === 2) throw error
      files.closeCache()
      if (damages === 1) await files.discardCache(who.agentId)
      await enter(who, true, damages + 1)
      return
    }
    workplace = mine
    show('signed-in', who)
    mine.connection.start()
  }
  /** Stops working and closes the cache; nothing is erased. */
  const leave = (): void => {
    workplace?.stop()
    workplace?.media.close()
    workplace = null
    files.closeCache()
  }
  const remember = (own: WriteDb, who: Account): void => {
    saveAccount(own, who, clock.now())
    saveFact(own, 'device-id', files.deviceId())
    saveFact(own, 'signed-in', who.agentId)
  }
  const usable = (): FreshAccount[] => listAccounts(store.own).filter(hasToken)

  /** The server took the sign-in back: the cache goes, drafts and unsent messages wait sealed (R-17-063). */
  const dismiss = async (from: Workplace, code: 'signed-out' | 'disabled'): Promise<void> => {
    if (workplace !== from) return
    const cause = code === 'disabled' ? 'disabled' : 'signed-out-elsewhere'
    const who: Account = { ...from.account, token: null, cause }
    leave()
    store.writeOwn((own) => sealAccount(own, who.agentId, cause))
    files.forgetRemoved()
    await files.eraseCache(who.agentId)
    show('signed-out', who)
  }

  const begin = async (who: FreshAccount, onPublic: boolean): Promise<void> => {
    if (workplace) leave()
    store.writeOwn((own) => saveFact(own, 'signed-in', null))
    if (onPublic) await files.goPublic()
    else if (files.isPublic()) await files.openOwn(false)
    store.writeOwn((own) => remember(own, who))
    for (const forgotten of usable().slice(REMEMBERED_LIMIT)) {
      store.writeOwn((own) => sealAccount(own, forgotten.agentId, null))
      await files.eraseCache(forgotten.agentId)
    }
    await enter(who)
  }

  /**
   * Damage was met while reading or writing: looks at the whole file, and begins anew if it is so.
   *
   * Met again before everything was loaded, the cache is not looked at any more but replaced.
   */
  const recover = async ({ database }: Fault): Promise<void> => {
    const times = (suspected.get(database) ?? 0) + 1
    suspected.set(database, times)
    const who = workplace?.account
    leave()
    if (database === 'own') {
      await files.openOwn(true)
      if (who) store.writeOwn((own) => remember(own, who))
    }
    if (!who || !hasToken(who)) return
    if (database === 'cache' && times > 1) await files.discardCache(who.agentId)
    await enter(who, database === 'cache')
  }
  let recovering = false
  const stopFaults = store.faults.listen((fault) => {
    if (fault.error.code === 'full') files.notify('disk-full')
    if (fault.error.code !== 'corrupt' || recovering) return
    recovering = true
    log.warn('a database is damaged', { database: fault.database })
    inBackground(async () => {
      try {
        if (!stopped) await recover(fault)
      } finally {
        recovering = false
      }
    })
  })
  // Replaced by another window it would only take the place back, and the two would go on like that.
  const stopWake = ports.onWake(() => {
    if (workplace?.status().reason !== 'replaced') workplace?.connection.retry()
  })

  return {
    start: () =>
      inTurn(async () => {
        await files.openOwn(false)
        if (stopped) return
        const signedIn = readFact(store.own, 'signed-in')
        const who = listAccounts(store.own).find(({ agentId }) => agentId === signedIn)
        if (who && hasToken(who)) await enter(who)
        else show('signed-out', who ?? null)
      }),
    workplace: () => workplace,
    current: () => ({
      state,
      cause: state === 'signed-out' ? (account?.cause ?? null) : null,
      account: account && toRemembered(account),
      me: workplace ? readMe(store.cache) : null,
      remembered: usable().map(toRemembered),
      notices: files.notices(),
    }),
    status: () =>
      workplace?.status() ?? {
        state: state === 'starting' ? 'connecting' : 'offline',
        since: startedAt,
        nextTryAt: null,
        reason: null,
        clockOffsetMs: 0,
        outbox: 0,
        progress: null,
      },
    signIn: (args) =>
      inTurn(async () => {
        const who = await signIn.withPassword(args, files.deviceId())
        if (!who.ok) return who
        await begin(who.value, args.publicComputer)
        return ok({ agentId: who.value.agentId })
      }),
    signInWithTicket: (args) =>
      inTurn(async () => {
        const who = await signIn.withTicket(args, files.deviceId())
        if (!who.ok) return who
        await begin(who.value, false)
        return ok({ agentId: who.value.agentId })
      }),
    signOut: () =>
      inTurn(async () => {
        const who = workplace?.account
        if (!who) return ok({})
        leave()
        signIn.signOut(who)
        store.writeOwn((own) => {
          clearOutbox(own, who.agentId)
          clearQueued(own, who.agentId)
          clearKeptSettings(own, who.agentId)
          removeDrafts(own, who.agentId)
          removeForms(own, who.agentId)
          removeWritten(own, who.agentId)
          removeAccount(own, who.agentId)
          saveFact(own, 'signed-in', null)
        })
        files.forgetRemoved()
        await files.eraseCache(who.agentId)
        if (files.isPublic()) await files.openOwn(false)
        show('signed-out', null)
        return ok({})
      }),
    switchTo: (agentId) =>
      inTurn(async () => {
        const who = usable().find((known) => known.agentId === agentId)
        if (!who) return refuse('not-found')
        if (workplace?.account.agentId === agentId) return ok({})
        leave()
        store.writeOwn((own) => {
          touchAccount(own, agentId, clock.now())
          saveFact(own, 'signed-in', agentId)
        })
        await enter(who)
        return ok({})
      }),
    stop: () => {
      stopped = true
      stopFaults()
      stopWake()
      return inTurn(async () => {
        leave()
        store.use({ own: null })
      })
    },
  }
}

const hasToken = (account: Account): account is FreshAccount => account.token !== null

const toRemembered = ({
  agentId,
  organizationName,
  agentName,
  account,
  server,
}: Account): RememberedAccount => ({
  agentId,
  organizationName,
  agentName,
  account,
  server,
})
