import {
  Building2,
  Globe,
  Mail,
  MessageCircle,
  MessageSquareText,
  Phone,
  Smartphone,
  type LucideIcon,
} from 'lucide-react'

import type { Channel, Presence } from '../../protocol/model/index.ts'
import { inRem } from './sizes.ts'
import { AVATAR_COLORS } from './tokens.ts'

const CHANNEL_ICONS: Readonly<Record<Channel, LucideIcon>> = {
  web: Globe,
  im: MessageCircle,
  'wechat-oa': MessageCircle,
  'wecom-kf': Building2,
  miniprogram: Smartphone,
  email: Mail,
  phone: Phone,
  sms: MessageSquareText,
}

export interface AvatarProps {
  /** Its colour stays the same as long as the id does. */
  readonly id: string
  readonly name: string
  readonly size?: number
  readonly src?: string | null
  readonly channel?: Channel
  readonly presence?: Presence | 'away'
}

/** Decoration beside a name that is written out; what its badges say is said in words elsewhere. */
export const Avatar = ({ id, name, size = 36, src = null, channel, presence }: AvatarProps) => {
  const Icon = channel ? CHANNEL_ICONS[channel] : null
  return (
    <span
      className="fy-avatar"
      aria-hidden="true"
      style={{
        width: inRem(size),
        height: inRem(size),
        background: colorOf(id),
        fontSize: inRem(Math.max(11, Math.round(size / 3.1))),
      }}
    >
      {src ? <img src={src} alt="" /> : initialsOf(name, size < 32 ? 1 : 2)}
      {Icon ? (
        <span className="fy-avatar-channel">
          <Icon />
        </span>
      ) : null}
      {presence ? <span className="fy-avatar-dot" data-presence={presence} /> : null}
    </span>
  )
}

/**
 * The last two Han characters of a name, else two letters; one of them where there is no room for two. What stands in
 * brackets behind it, as how many they are, is no part of it.
 */
export const initialsOf = (whole: string, count: 1 | 2): string => {
  const name = whole.replace(/(?<=\S)\s*[(（][^()（）]*[)）]\s*$/u, '')
  const han = name.match(/\p{Script=Han}/gu)
  if (han) return han.slice(-count).join('')
  const words = name.match(/[\p{L}\p{N}]+/gu) ?? []
  const [first = '', second] = words
  const letters = second ? [...first].slice(0, 1).concat([...second].slice(0, 1)) : [...first]
  return letters.slice(0, count).join('').toUpperCase()
}

const colorOf = (id: string): string => {
  let sum = 0
  for (let index = 0; index < id.length; index += 1) sum = (sum * 31 + id.charCodeAt(index)) >>> 0
  // Ids that differ in their last digits only must not share a colour.
  sum = Math.imul(sum ^ (sum >>> 15), 0x2c1b3c6d) >>> 0
  sum = (sum ^ (sum >>> 12)) >>> 0
  return AVATAR_COLORS[sum % AVATAR_COLORS.length] ?? AVATAR_COLORS[0] ?? ''
}
