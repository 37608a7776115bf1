import { useSpeech } from '../context.ts'
import { showsHost, textParts } from '../links.ts'

/** Text and nothing but text: what looks like markup stays visible as it was written (R-18-034). */
export const MessageText = ({ text }: { readonly text: string }) => {
  const { words } = useSpeech()
  return (
    <div class="text">
      {textParts(text).map((part, index) =>
        part.kind === 'text' ? (
          part.text
        ) : (
          <a
            key={index}
            href={part.href}
            target="_blank"
            rel="noopener noreferrer nofollow"
            title={part.host}
          >
            {part.text}
            {!showsHost(part.text, part.host) && words.linkTo(part.host)}
          </a>
        ),
      )}
    </div>
  )
}
