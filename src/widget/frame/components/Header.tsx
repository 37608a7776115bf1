import type { ChatView } from '../../chat/view.ts'
import { isWithAgent } from '../../chat/view.ts'
import { useSpeech } from '../context.ts'
import { initials } from '../format.ts'
import { seenState } from '../seenState.ts'
import { useLate } from '../useLate.ts'
import { HeaderMenu, type HeaderMenuProps } from './HeaderMenu.tsx'
import { Icon } from './Icon.tsx'
import { IconButton } from './IconButton.tsx'

export interface HeaderProps extends HeaderMenuProps {
  readonly view: ChatView
  /** Only where customers can have an account. */
  readonly onAccount: (() => void) | null
  /** Only inside a page; absent on the chat's own page. */
  readonly onMinimize: (() => void) | null
}

/** Who one is talking to, and how that stands (R-18-014). */
export const Header = ({ view, onAccount, onMinimize, ...menu }: HeaderProps) => {
  const { words } = useSpeech()
  const company = view.settings?.company ?? words.company
  const late = useLate(view.state.session === 'requested')
  const { mark, text } = seenState(view, words, late)
  const agent = isWithAgent(view.state) ? view.state.agent : null
  return (
    <header class="header">
      <Face
        name={agent?.name ?? company}
        url={agent ? agent.avatarUrl : (view.settings?.avatarUrl ?? null)}
      />
      <div class="header-text">
        <h1>{agent?.name ?? (view.settings?.title || company)}</h1>
        <p class={agent ? 'state one-line' : 'state'}>
          <span class="words">
            <Icon name={mark} />
            {text}
          </span>
          {agent && <span> · {company}</span>}
        </p>
      </div>
      {onAccount && (
        <IconButton
          icon="person"
          name={view.account === null ? words.account.title : words.account.mine}
          onClick={onAccount}
        />
      )}
      <HeaderMenu {...menu} />
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
