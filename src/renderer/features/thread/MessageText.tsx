import { plainText } from '../../ui/index.ts'
import { linkify } from './linkify.ts'

/** Text as text; addresses tell where they lead. */
export const MessageText = ({ text }: { readonly text: string }) => (
  <span className="fy-text" dir="auto">
    {linkify(plainText(text)).map((part, index) =>
      part.kind === 'text' ? (
        part.text
      ) : (
        <a key={index} href={part.href} title={part.host} target="_blank" rel="noopener noreferrer nofollow">
          {part.text}
        </a>
      ),
    )}
  </span>
)
