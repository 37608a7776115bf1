import { useAgentSetting, useSetting } from '../settings/index.ts'
import { play, type SoundKind } from './chime.ts'

/** The setting of each kind. */
export const SOUND_SETTINGS = {
  session: 'soundNewSession',
  message: 'soundMessage',
  group: 'soundGroup',
  colleague: 'soundColleague',
  waiting: 'soundWaiting',
} as const satisfies Readonly<Record<SoundKind, string>>

/** An own sound as this device keeps it. */
export interface OwnSound {
  readonly name: string
  readonly base64: string
}

/** The own sound of a kind on this device, and how to keep another. */
export const useOwnSound = (
  kind: SoundKind,
): readonly [OwnSound | null, (sound: OwnSound | null) => void] => {
  const [kept, keep] = useSetting(`sound.${kind}`)
  return [isOwnSound(kept) ? kept : null, keep]
}

/** Whether a kind sounds at all, and how it does. */
export const useSound = (kind: SoundKind): { readonly on: boolean; readonly sound: () => void } => {
  const { value, known } = useAgentSetting(SOUND_SETTINGS[kind])
  const [own] = useOwnSound(kind)
  return {
    on: known && value !== 'off',
    sound: () => {
      void play(kind, value === 'own' && own ? bytesOf(own) : null)
    },
  }
}

export const toBase64 = (bytes: ArrayBuffer): string =>
  btoa(Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte)).join(''))

const bytesOf = ({ base64 }: OwnSound): ArrayBuffer =>
  Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)).buffer

const isOwnSound = (value: unknown): value is OwnSound =>
  typeof value === 'object' &&
  value !== null &&
  'name' in value &&
  typeof value.name === 'string' &&
  'base64' in value &&
  typeof value.base64 === 'string'
