import { Link } from 'lucide-react'
import { useState } from 'react'

import { linkify } from '../../../domain/messages/linkify.ts'
import type { LinkPreview, MessageBody } from '../../../protocol/model/index.ts'
import { useQuery } from '../../core/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { plainLine } from '../../ui/index.ts'
import { useShowsPreviews } from './previews.ts'

/** Below a message: what the page says of itself to which it leads (R-06-135). */
export const LinkPreviewBlock = ({ body }: { readonly body: MessageBody }) =>
  body.kind === 'text' && body.preview ? <Wanted preview={body.preview} /> : null

const Wanted = ({ preview }: { readonly preview: LinkPreview }) =>
  useShowsPreviews() ? <Card preview={preview} /> : null

/** Leads where the address in the text leads, and says to which host that is, whatever the page says. */
const Card = ({ preview: { url, title, description, site, picture } }: { readonly preview: LinkPreview }) => {
  const { t } = useTranslation('thread')
  const [link] = linkify(url)
  const { host } = new URL(url)
  const words = (
    <>
      {picture ? <Picture fileId={picture.fileId} /> : null}
      <span className="fy-preview-words">
        <span className="fy-hidden">{t('preview')}</span>
        <bdi className="fy-preview-title">{plainLine(title)}</bdi>
        {description === '' ? null : <bdi className="fy-preview-about">{plainLine(description)}</bdi>}
        <span className="fy-preview-host">
          <Link aria-hidden="true" /> <bdi>{host}</bdi>
          {site === '' ? null : (
            <>
              {' · '}
              <bdi className="fy-cut">{plainLine(site)}</bdi>
            </>
          )}
        </span>
      </span>
    </>
  )
  return link?.kind === 'link' ? (
    <a
      className="fy-preview"
      href={link.href}
      title={host}
      target="_blank"
      rel="noopener noreferrer nofollow"
    >
      {words}
    </a>
  ) : (
    <div className="fy-preview">{words}</div>
  )
}

/** Its place is kept while it comes, and when it does not. */
const Picture = ({ fileId }: { readonly fileId: string }) => {
  const [broken, setBroken] = useState(false)
  const url = useQuery('file.url', { fileId })?.url
  return (
    <span className="fy-preview-picture">
      {url && !broken ? (
        <img
          src={url}
          alt=""
          onError={() => {
            setBroken(true)
          }}
        />
      ) : null}
    </span>
  )
}
