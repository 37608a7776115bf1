import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'

import type { WidgetTool } from '../../../protocol/model/widgetDefaults.ts'
import type { Chat } from '../../chat/contract.ts'
import { TEXT_LIMIT } from '../../chat/limits.ts'
import type { ChatView } from '../../chat/view.ts'
import { useSpeech } from '../context.ts'
import { fileSize } from '../format.ts'
import { choose, reduce } from '../pictures.ts'
import { useVoice } from '../voice/useVoice.tsx'
import { EmojiPicker } from './EmojiPicker.tsx'
import { IconButton } from './IconButton.tsx'
import { quoteText } from './QuoteLine.tsx'
import { RateButton } from './RateButton.tsx'
import { TalkButton } from './TalkButton.tsx'

export interface ComposerProps {
  readonly chat: Chat
  readonly view: ChatView
  /** Raised each time the window is opened: the cursor belongs into the field then. */
  readonly opened: number
  /** Files dropped anywhere on the window. */
  readonly dropped: readonly File[]
}

const TALLEST_PX = 120

export const Composer = ({ chat, view, opened, dropped }: ComposerProps) => {
  const { words, language } = useSpeech()
  const field = useRef<HTMLTextAreaElement>(null)
  const pictureInput = useRef<HTMLInputElement>(null)
  const fileInput = useRef<HTMLInputElement>(null)
  const [text, setText] = useState(chat.draft)
  const [picking, setPicking] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  /** Pictures over the limit that wait for a decision. */
  const [tooLarge, setTooLarge] = useState<readonly File[]>([])

  const { quoting } = view
  useEffect(() => {
    if (quoting) field.current?.focus()
  }, [quoting])

  const voice = useVoice(chat, setProblem)
  const tools = view.settings?.tools ?? []
  const has = (tool: WidgetTool): boolean => tools.includes(tool)

  const over = text.length - TEXT_LIMIT
  const canSend = text.trim() !== '' && over <= 0

  useLayoutEffect(() => {
    const element = field.current
    if (!element) return
    element.style.height = 'auto'
    element.style.height = `${Math.min(element.scrollHeight, TALLEST_PX)}px`
  }, [text])

  useEffect(() => {
    // On a phone the keyboard would cover what the visitor came to read.
    if (opened > 0 && matchMedia('(pointer: fine)').matches) field.current?.focus()
  }, [opened])

  const change = (next: string): void => {
    setText(next)
    chat.typed(next)
  }

  const send = (): void => {
    if (!canSend) return
    chat.write(text.trim())
    setText('')
    setPicking(false)
    field.current?.focus()
  }

  const insert = (piece: string): void => {
    const element = field.current
    if (!element) return
    element.setRangeText(piece, element.selectionStart, element.selectionEnd, 'end')
    change(element.value)
  }

  const attach = async (files: readonly File[]): Promise<void> => {
    const problems: string[] = []
    for (const file of files) {
      const chosen = await choose(file)
      const tool =
        chosen.do === 'ask' || (chosen.do === 'send' && chosen.kind === 'image') ? 'picture' : 'file'
      if (!has(tool)) problems.push(words.notOffered)
      else if (chosen.do === 'send') chat.addFile(chosen.file, chosen.name, chosen.kind)
      else if (chosen.do === 'ask') setTooLarge((waiting) => [...waiting, chosen.file])
      else problems.push(words.refusedFile(file.name, chosen.problem))
    }
    setProblem(problems.length > 0 ? problems.join(' ') : null)
  }

  const reduceAndSend = async (file: File): Promise<void> => {
    setTooLarge((waiting) => waiting.slice(1))
    const smaller = await reduce(file)
    if (smaller) chat.addFile(smaller.file, smaller.name, 'image')
    else setProblem(words.refusedFile(file.name, 'not-a-picture'))
  }

  useEffect(() => {
    void attach(dropped)
    // Only new files count; `attach` is another function each time.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [dropped])

  const onKeyDown = (event: KeyboardEvent): void => {
    // While an input method composes, Enter chooses a word; 229 is what Safari says then.
    if (event.key !== 'Enter' || event.isComposing || event.keyCode === 229) return
    if (event.shiftKey) return
    if (event.ctrlKey || event.metaKey || event.altKey) {
      event.preventDefault()
      insert('\n')
    } else if (!matchMedia('(pointer: coarse)').matches) {
      event.preventDefault()
      send()
    }
  }

  const onPaste = (event: ClipboardEvent): void => {
    const files = [...(event.clipboardData?.files ?? [])]
    if (files.length === 0) return
    event.preventDefault()
    void attach(files)
  }

  const onFiles = (event: Event): void => {
    const input = event.currentTarget as HTMLInputElement
    void attach([...(input.files ?? [])])
    // The same file may be chosen again.
    input.value = ''
  }

  const closePicker = (): void => {
    setPicking(false)
    field.current?.focus()
  }

  const asked = tooLarge[0]
  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      {asked && (
        <div class="ask" role="alert">
          <p>
            <bdi>{asked.name}</bdi> {words.tooLargePicture(fileSize(asked.size, language))}
          </p>
          <button type="button" class="text-button" onClick={() => void reduceAndSend(asked)}>
            {words.reduce}
          </button>
          <button
            type="button"
            class="text-button"
            onClick={() => {
              setTooLarge((waiting) => waiting.slice(1))
            }}
          >
            {words.cancel}
          </button>
        </div>
      )}
      {problem && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
      {picking && <EmojiPicker onPick={insert} onClose={closePicker} />}
      {voice.panel}
      {quoting && (
        <div class="quoting">
          <span class="quote">
            <b>{quoting.from === 'me' ? words.me : (quoting.name ?? words.agent)}</b>
            <span class="quote-text">{quoteText(quoting, words)}</span>
          </span>
          <IconButton
            icon="close"
            name={words.dropQuote}
            onClick={() => {
              chat.quote(null)
              field.current?.focus()
            }}
          />
        </div>
      )}
      <div class="field">
        <textarea
          ref={field}
          rows={1}
          value={text}
          aria-label={words.write}
          placeholder={words.placeholder}
          aria-invalid={over > 0}
          aria-describedby="counter"
          onInput={(event) => {
            change(event.currentTarget.value)
          }}
          onKeyDown={onKeyDown}
          onPaste={onPaste}
        />
        <button type="submit" class="send" disabled={!canSend}>
          {words.send}
        </button>
      </div>
      <div class="tools">
        {has('emoji') && (
          <IconButton
            icon="smile"
            name={words.emoji}
            pressed={picking}
            onClick={() => {
              setPicking(!picking)
            }}
          />
        )}
        {has('picture') && (
          <IconButton icon="image" name={words.image} onClick={() => pictureInput.current?.click()} />
        )}
        {has('file') && (
          <IconButton icon="paperclip" name={words.file} onClick={() => fileInput.current?.click()} />
        )}
        {has('voice') && voice.button}
        {has('rating') && <RateButton chat={chat} view={view} onProblem={setProblem} />}
        <TalkButton chat={chat} view={view} onProblem={setProblem} />
        <input ref={pictureInput} type="file" accept="image/*" multiple hidden onChange={onFiles} />
        <input ref={fileInput} type="file" multiple hidden onChange={onFiles} />
        <span id="counter" class={`counter${over > 0 ? ' problem' : ''}`} aria-live="polite">
          {over > 0
            ? words.tooLong(over)
            : text.length >= TEXT_LIMIT * 0.9
              ? words.characters(text.length, TEXT_LIMIT)
              : ''}
        </span>
      </div>
    </form>
  )
}
