import { CircleAlert, CirclePause, Clock, LoaderCircle, Pause, Play, Undo2 } from 'lucide-react'
import { useState } from 'react'

import type { OutboxItem } from '../../../client/api.ts'
import { useErrorText } from '../../i18n/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { Button, IconButton, plainLine, useNow, useObjectUrl } from '../../ui/index.ts'
import { useRunAloud } from '../actions/index.ts'
import { bytesText } from './bytes.ts'
import { useTakeOut, type Given } from './given.ts'
import { MessageText } from './MessageText.tsx'
import { QuoteBlock } from './QuoteBlock.tsx'

export interface UnsentRowProps {
  readonly item: OutboxItem
  /** The first of those that wait. */
  readonly first: boolean
  readonly offline: boolean
  /** Puts what a failed message said or showed back where it can be changed. */
  readonly onEdit: (given: Given) => void
  /** Who wrote what it quotes. */
  readonly quoted: string
  readonly onJump: (seq: number) => void
}

/** An own message that the server does not have yet: waiting, on its way, or refused with a reason. */
export const UnsentRow = ({ item, first, offline, onEdit, quoted, onJump }: UnsentRowProps) => {
  const { t } = useTranslation('thread')
  return (
    <article className="fy-message" data-own="true" data-first={first || undefined} data-unsent={item.state}>
      <div className="fy-message-body">
        <div className="fy-message-line">
          <div className="fy-bubble" data-kind={item.body.kind}>
            {item.body.kind === 'text' && item.body.quote ? (
              <QuoteBlock quote={item.body.quote} author={quoted} onJump={onJump} />
            ) : null}
            <UnsentBody body={item.body} />
          </div>
          <span className="fy-message-meta">
            {item.state === 'failed' ? null : item.heldUntil !== null ? (
              <HeldFor until={item.heldUntil} />
            ) : item.state === 'storing' ? (
              <>
                <LoaderCircle aria-hidden="true" /> {t('unsent.storing')}
              </>
            ) : item.state === 'paused' ? (
              <>
                <CirclePause aria-hidden="true" /> {t('unsent.paused')}
              </>
            ) : offline ? (
              // Also what was under way when the line broke: it goes out again under its own id.
              <>
                <Clock aria-hidden="true" /> {t('unsent.whenConnected')}
              </>
            ) : item.state === 'queued' ? (
              <>
                <Clock aria-hidden="true" /> {t('unsent.queued')}
              </>
            ) : (
              <>
                <LoaderCircle aria-hidden="true" /> {t('unsent.sending')}
              </>
            )}
            <UploadControls item={item} />
            {item.state === 'queued' || item.state === 'storing' || isUploading(item) ? (
              <TakeBack item={item} onEdit={onEdit} />
            ) : null}
          </span>
        </div>
        {item.state === 'failed' ? <Failed item={item} onEdit={onEdit} /> : null}
      </div>
    </article>
  )
}

/** It goes when its author can no longer take it back. */
const HeldFor = ({ until }: { readonly until: number }) => {
  const { t } = useTranslation('thread')
  const seconds = Math.max(1, Math.floor((until - useNow(1000)) / 1000))
  return (
    <>
      <Clock aria-hidden="true" /> {t('unsent.held', { count: seconds })}
    </>
  )
}

/** What has not gone out leaves no line (R-06-086); what was held back for that goes where it can be changed. */
const TakeBack = ({ item, onEdit }: Pick<UnsentRowProps, 'item' | 'onEdit'>) => {
  const { t } = useTranslation('thread')
  const run = useRunAloud()
  const takeOut = useTakeOut()
  const takeBack = async (): Promise<void> => {
    const given = await takeOut(item)
    if (given) onEdit(given)
  }
  return (
    <IconButton
      label={t('recall')}
      onClick={() => {
        if (item.heldUntil === null) void run('outbox.discard', { id: item.id })
        else void takeBack()
      }}
    >
      <Undo2 />
    </IconButton>
  )
}

/** A file that is not with the server yet. */
const isUploading = ({ state, body }: OutboxItem): boolean =>
  body.kind !== 'text' && body.progress < 1 && state !== 'failed' && state !== 'storing'

/** A file on its way can be stopped and gone on with; what is with the server already is sent at once. */
const UploadControls = ({ item }: Pick<UnsentRowProps, 'item'>) => {
  const { t } = useTranslation('thread')
  const run = useRunAloud()
  if (!isUploading(item)) return null
  const paused = item.state === 'paused'
  return (
    <IconButton
      label={t(paused ? 'unsent.resume' : 'unsent.pause')}
      onClick={() => {
        void run('outbox.pause', { id: item.id, paused: !paused })
      }}
    >
      {paused ? <Play /> : <Pause />}
    </IconButton>
  )
}

const Failed = ({ item, onEdit }: Pick<UnsentRowProps, 'item' | 'onEdit'>) => {
  const { t } = useTranslation('thread')
  const errorText = useErrorText()
  const run = useRunAloud()
  const takeOut = useTakeOut()
  const { id, reason } = item
  const answered = reason === 'answered-meanwhile'
  const [lost, setLost] = useState(false)
  const discard = (): void => {
    void run('outbox.discard', { id })
  }
  const putBack = async (): Promise<void> => {
    const given = await takeOut(item)
    if (given) onEdit(given)
    else setLost(true)
  }
  return (
    <div className="fy-failed" role="alert">
      <span className="fy-failed-reason">
        <CircleAlert aria-hidden="true" /> {errorText(reason ?? 'unknown')}
      </span>
      <span className="fy-failed-actions">
        <Button
          onClick={() => {
            void run('outbox.retry', { id, force: answered })
          }}
        >
          {answered ? t('unsent.sendAnyway') : t('unsent.retry')}
        </Button>
        {lost ? null : (
          <Button
            kind="quiet"
            onClick={() => {
              void putBack()
            }}
          >
            {t('unsent.edit')}
          </Button>
        )}
        <Button kind="quiet" onClick={discard}>
          {t('unsent.discard')}
        </Button>
      </span>
    </div>
  )
}

const UnsentBody = ({ body }: { readonly body: OutboxItem['body'] }) => {
  if (body.kind === 'text') return <MessageText text={body.text} />
  const name = plainLine(body.name)
  return (
    <span className="fy-upload">
      {body.preview ? <BlobImage blob={body.preview} name={name} /> : <span className="fy-cut">{name}</span>}
      <span className="fy-secondary fy-digits">
        {bytesText(body.bytes)}
        {body.progress < 1 ? ` · ${Math.floor(body.progress * 100)}%` : ''}
      </span>
      <progress max={1} value={body.progress} aria-label={name} />
    </span>
  )
}

const BlobImage = ({ blob, name }: { readonly blob: Blob; readonly name: string }) => {
  const url = useObjectUrl(blob)
  return url ? <img className="fy-upload-image" src={url} alt={name} /> : <span className="fy-upload-image" />
}
