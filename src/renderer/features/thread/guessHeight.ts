import type { Annotations, LinkPreview } from '../../../protocol/model/index.ts'
import { imageBox, type ThreadItem } from './items.ts'

const LINE_PX = 22
const ANNOTATION_HEAD_PX = 33
/** Of one's own size, a wide letter has the width of the text's height and another one half of it. */
const LETTER_PX = { wide: 14, narrow: 7 }
/** What a line of a message has beside its bubble, and the bubble beside its text. */
const BESIDE_PX = 232
const WIDEST_LINE_PX = 494
const NARROWEST_LINE_PX = 100

/** How wide lines of text are where threads are read; the first one is guessed by this. */
let linePx = WIDEST_LINE_PX

/** A thread is this wide. */
export const learnWidth = (threadPx: number): void => {
  if (threadPx > 0) linePx = Math.max(NARROWEST_LINE_PX, Math.min(WIDEST_LINE_PX, threadPx - BESIDE_PX))
}

/** Of what stands below a message about the page it leads to: its edges, and how wide its text is beside a picture and without. */
const PREVIEW = { edges: 24, picture: 76, title: 20, line: 18, besidePicture: 254, alone: 342 }

/** Whether they are shown. */
let previews = true

/** Whether what pages say of themselves stands below messages. */
export const learnPreviews = (shown: boolean): void => {
  previews = shown
}

/** A first guess of a row's height; the real one is measured. */
export const guessHeight = (item: ThreadItem | undefined): number => {
  switch (item?.kind) {
    case 'message': {
      const { body } = item.message
      const head = item.first ? 32 : 4
      if (body.kind === 'image') return head + imageBox(body.width, body.height).height
      const quote = body.kind === 'text' && body.quote ? 44 : 0
      const preview = body.kind === 'text' && body.preview ? previewHeight(body.preview) : 0
      const below = body.kind === 'text' || body.kind === 'file' ? annotationHeight(body.annotations) : 0
      return head + quote + below + preview + (body.kind === 'text' ? 16 + LINE_PX * linesOf(body.text) : 64)
    }
    case 'unsent':
    case 'saving':
    case 'note':
      return 56
    default:
      return 36
  }
}

/** Which of several is shown hangs on the reader; they are about as long. */
const annotationHeight = (annotations: Annotations): number => {
  const [one] = Object.values(annotations ?? {})
  if (!one) return 0
  return ANNOTATION_HEAD_PX + (one.state === 'done' ? LINE_PX * linesOf(one.text) : 0)
}

const previewHeight = ({ title, description, picture }: LinkPreview): number => {
  if (!previews) return 0
  const widest = picture ? PREVIEW.besidePicture : PREVIEW.alone
  const about = description === '' ? 0 : Math.min(2, linesOf(description, widest))
  const words = PREVIEW.title * Math.min(2, linesOf(title, widest)) + PREVIEW.line * (about + 1)
  return PREVIEW.edges + Math.max(words, picture ? PREVIEW.picture : 0)
}

const linesOf = (text: string, widest = linePx): number => {
  let lines = 1
  let width = 0
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === 10) width = widest
    const letter = code < FIRST_WIDE ? LETTER_PX.narrow : LETTER_PX.wide
    if (width + letter > widest) {
      lines += 1
      width = 0
    }
    if (code !== 10) width += letter
  }
  return lines
}

/** From here on the letters of the scripts whose letters are as wide as they are high. */
const FIRST_WIDE = 0x11_00
