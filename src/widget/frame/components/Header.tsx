import type { ChatView } from '../../chat/view.ts'
import { isWithAgent } from '../../chat/view.ts'
import { useSpeech } from '../context.ts'
import { initials } from '../format.ts'
import { stateInWords } from '../stateInWords.ts'
import { IconButton } from './IconButton.tsx'

export interface HeaderProps {
  readonly view: ChatView
  readonly sound: boolean
  readonly onSound: () => void
  readonly largeText: boolean
  readonly onLargeText: () => void
  readonly onLanguage: () => void
  /** Only where customers can have an account. */
  readonly onAccount: (() => void) | null
  /** Only inside a page; absent on the chat's own page. */
  readonly onMinimize: (() => void) | null
  readonly large: boolean
  readonly onResize: (() => void) | null
}

/** Who one is talking to, and how that stands, in words (R-18-014, R-18-025). */
export const Header = (props: HeaderProps) => {
  const { view, sound, onSound, largeText, onLargeText, onLanguage, onAccount, onMinimize, large, onResize } =
    props
  const { words } = useSpeech()
  const company = view.settings?.company ?? words.company
  const agent = isWithAgent(view.state) ? view.state.agent : null
  return (
    <header class="header">
      <Face
        name={agent?.name ?? company}
        url={agent ? agent.avatarUrl : (view.settings?.avatarUrl ?? null)}
      />
      <div class="header-text">
        <h1>{agent?.name ?? (view.settings?.title || company)}</h1>
        <p class="state">
          <span class={`dot dot-${view.link === 'online' ? view.state.session : 'off'}`} aria-hidden="true" />
          {agent && <span class="company">{company}</span>}
          {agent && <span aria-hidden="true"> · </span>}
          <span class="words">{stateInWords(view, words)}</span>
        </p>
      </div>
      {onAccount && (
        <IconButton
          icon="person"
          name={view.account === null ? words.account.title : words.account.mine}
          onClick={onAccount}
        />
      )}
      <button
        type="button"
        class="language"
        aria-label={words.language}
        title={words.language}
        onClick={onLanguage}
      >
        {words.languageShort}
      </button>
      <IconButton icon="text" name={largeText ? words.textUsual : words.textLarger} onClick={onLargeText} />
      <IconButton
        icon={sound ? 'sound' : 'silent'}
        name={sound ? words.soundOff : words.soundOn}
        onClick={onSound}
      />
      {onResize && (
        <span class="wide-only">
          <IconButton
            icon={large ? 'shrink' : 'grow'}
            name={large ? words.smaller : words.larger}
            onClick={onResize}
          />
        </span>
      )}
      {onMinimize && <IconButton icon="down" name={words.minimize} onClick={onMinimize} />}
    </header>
  )
}

export const Face = ({ name, url }: { readonly name: string; readonly url: string | null }) =>
  url ? (
    <img class="face" src={url} alt="" width={36} height={36} />
  ) : (
    <span class="face" aria-hidden="true">
      {initials(name)}
    </span>
  )
