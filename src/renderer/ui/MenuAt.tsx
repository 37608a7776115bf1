import type { ReactNode } from 'react'

import { Floating } from './Floating.tsx'
import { Menu, type MenuSection } from './Menu.tsx'
import type { Align } from './place.ts'

export interface MenuAtProps {
  /** Where the pointer was, or the row's corner. */
  readonly at: { readonly x: number; readonly y: number }
  readonly label: string
  readonly align?: Align
  readonly onClose: () => void
  readonly children: ReactNode
}

/** A menu at a point of the window, as a right click opens it. */
export const MenuAt = ({ at, label, align = 'start', onClose, children }: MenuAtProps) => (
  <Floating
    anchor={{ left: at.x, top: at.y, width: 0, height: 0 }}
    role="menu"
    label={label}
    side="below"
    align={align}
    onClose={onClose}
  >
    {children}
  </Floating>
)

export interface ChoicesAtProps extends Omit<MenuAtProps, 'children'> {
  readonly sections: readonly MenuSection[]
  readonly onChoose: (key: string) => void
}

/** The same for a plain menu, which closes with the choice. */
export const ChoicesAt = ({ sections, onChoose, ...menu }: ChoicesAtProps) => (
  <MenuAt {...menu}>
    <Menu
      sections={sections}
      onChoose={(key) => {
        menu.onClose()
        onChoose(key)
      }}
    />
  </MenuAt>
)
