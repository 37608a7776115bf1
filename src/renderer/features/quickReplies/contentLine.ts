import type { QuickReplyContent } from '../../../protocol/model/index.ts'
import { plainLine } from '../../ui/index.ts'

/** What a reply says, in one line. */
export const contentLine = ({ texts, files }: Pick<QuickReplyContent, 'texts' | 'files'>): string =>
  plainLine([...texts, ...files.map(({ name }) => name)].join(' / '))
