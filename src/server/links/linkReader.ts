import type { LinkPreview } from '../../protocol/model/index.ts'
import type { Get } from '../outbound/get.ts'
import type { KeepPicture, KeptPicture } from './keepPicture.ts'
import { pageFacts } from './pageFacts.ts'
import { pageText } from './pageText.ts'

/** What is shown of a page, and its picture as it lies among the files. */
export type FoundPage = Omit<LinkPreview, 'picture'> & { readonly picture: KeptPicture | null }

/** Null: there is nothing to be shown of it. */
export type LinkReader = (url: string, signal: AbortSignal) => Promise<FoundPage | null>

export interface LinkReaderOptions {
  readonly get: Get
  readonly keepPicture: KeepPicture
}

const PAGE_BYTES = 512 * 1024
const PICTURE_BYTES = 1024 * 1024

/** Reads a page as somebody would who was never there before, and the picture it names. */
export const createLinkReader =
  ({ get, keepPicture }: LinkReaderOptions): LinkReader =>
  async (url, signal) => {
    const page = await get({
      url,
      accept: 'text/html,application/xhtml+xml',
      takes: (type) => /^(?:text\/html|application\/xhtml\+xml)\s*(?:;|$)/iu.test(type),
      mostBytes: PAGE_BYTES,
      longer: 'cut',
      signal,
    })
    if (!page.ok) return null
    const { title, description, site, picture } = pageFacts(
      pageText(page.value.bytes, page.value.type),
      page.value.url,
    )
    if (title === '') return null
    const drawn =
      picture === null
        ? null
        : await get({
            url: picture,
            accept: 'image/png,image/jpeg,image/webp,image/gif',
            // The bytes tell what it is.
            takes: () => true,
            mostBytes: PICTURE_BYTES,
            longer: 'refuse',
            signal,
          })
    return { url, title, description, site, picture: drawn?.ok ? await keepPicture(drawn.value.bytes) : null }
  }
