/** The few icons of the widget, from Lucide (ISC), as path data: a library would be larger than the frame. */
const CIRCLE = 'M12 2a10 10 0 1 0 0 20 10 10 0 1 0 0-20'

const PATHS = {
  smile: `${CIRCLE}M8 14s1.5 2 4 2 4-2 4-2M9 9h.01M15 9h.01`,
  image:
    'M5 3h14a2 2 0 0 1 2 2v14a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2M9 7a2 2 0 1 0 0 4 2 2 0 1 0 0-4m12 8-3.086-3.086a2 2 0 0 0-2.828 0L6 21',
  paperclip:
    'm16 6-8.414 8.586a2 2 0 0 0 2.829 2.829l8.414-8.586a4 4 0 1 0-5.657-5.657l-8.379 8.551a6 6 0 1 0 8.485 8.485l8.379-8.551',
  send: 'M3.714 3.048a.498.498 0 0 0-.683.627l2.843 7.627a2 2 0 0 1 0 1.396l-2.842 7.627a.498.498 0 0 0 .682.627l18-8.5a.5.5 0 0 0 0-.904zM6 12h16',
  down: 'm6 9 6 6 6-6',
  menu: 'M4 6h16M4 12h16M4 18h16',
  close: 'M18 6 6 18M6 6l12 12',
  check: 'M20 6 9 17l-5-5',
  checks: 'M18 6 7 17l-5-5m20-2-7.5 7.5L13 16',
  clock: `${CIRCLE}M12 6v6l4 2`,
  alert: `${CIRCLE}M12 8v4M12 16h.01`,
  grow: 'M15 3h6v6m0-6-7 7M3 21l7-7M9 21H3v-6',
  text: 'M2 18 7 6l5 12M3.7 14h6.6M14 18l3.5-8 3.5 8M15.2 15.5h4.6',
  language: 'm5 8 6 6M4 14l6-6 2-3M2 5h12M7 2h1m14 20-5-10-5 10m2-4h6',
  shrink: 'm14 10 7-7m-1 7h-6V4M3 21l7-7m-6 0h6v6',
  microphone: 'M12 2a3 3 0 0 0-3 3v7a3 3 0 0 0 6 0V5a3 3 0 0 0-3-3M19 10v2a7 7 0 0 1-14 0v-2M12 19v3',
  more: 'M5 11a1 1 0 1 0 0 2 1 1 0 1 0 0-2m7 0a1 1 0 1 0 0 2 1 1 0 1 0 0-2m7 0a1 1 0 1 0 0 2 1 1 0 1 0 0-2',
  sound:
    'M11 4.702a.705.705 0 0 0-1.203-.498L6.413 7.587A1.4 1.4 0 0 1 5.416 8H3a1 1 0 0 0-1 1v6a1 1 0 0 0 1 1h2.416a1.4 1.4 0 0 1 .997.413l3.383 3.384A.705.705 0 0 0 11 19.298zM16 9a5 5 0 0 1 0 6M19.364 18.364a9 9 0 0 0 0-12.728',
  silent:
    'M11 4.702a.705.705 0 0 0-1.203-.498L6.413 7.587A1.4 1.4 0 0 1 5.416 8H3a1 1 0 0 0-1 1v6a1 1 0 0 0 1 1h2.416a1.4 1.4 0 0 1 .997.413l3.383 3.384A.705.705 0 0 0 11 19.298zm5.5-5.2 5-5m-5 0 5 5',
  leave: 'm16 17 5-5-5-5m5 5H9m0 9H5a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2h4',
  document:
    'M6 22a2 2 0 0 1-2-2V4a2 2 0 0 1 2-2h8a2.4 2.4 0 0 1 1.704.706l3.588 3.588A2.4 2.4 0 0 1 20 8v12a2 2 0 0 1-2 2zM14 2v5a1 1 0 0 0 1 1h5M10 9H8m8 4H8m8 4H8',
  star: 'M12 2.5l2.94 5.95 6.57.96-4.76 4.63 1.13 6.54L12 17.49l-5.88 3.09 1.13-6.54L2.49 9.41l6.57-.96z',
  person: 'M19 21v-2a4 4 0 0 0-4-4H9a4 4 0 0 0-4 4v2M12 3a4 4 0 1 0 0 8 4 4 0 1 0 0-8',
  bottom: 'M12 5v14m7-7-7 7-7-7',
  reply: 'm9 17-5-5 5-5M20 18v-2a4 4 0 0 0-4-4H4',
  undo: 'M9 14 4 9l5-5M4 9h10.5a5.5 5.5 0 0 1 0 11H11',
}

export type IconName = keyof typeof PATHS

export const Icon = ({ name, filled = false }: { readonly name: IconName; readonly filled?: boolean }) => (
  <svg class={filled ? 'icon filled' : 'icon'} viewBox="0 0 24 24" aria-hidden="true">
    <path d={PATHS[name]} />
  </svg>
)
