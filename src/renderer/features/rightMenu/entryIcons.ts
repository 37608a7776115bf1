import {
  BookOpen,
  CalendarDays,
  ChartColumn,
  ClipboardList,
  Globe,
  Package,
  Receipt,
  ShoppingCart,
  Ticket,
  Truck,
  Wallet,
  Wrench,
  type LucideIcon,
} from 'lucide-react'

import type { QuickEntryIcon } from '../../../protocol/model/index.ts'

/** The pictures a quick entry can have. */
export const ENTRY_ICONS: Readonly<Record<QuickEntryIcon, LucideIcon>> = {
  globe: Globe,
  cart: ShoppingCart,
  package: Package,
  truck: Truck,
  receipt: Receipt,
  wallet: Wallet,
  chart: ChartColumn,
  calendar: CalendarDays,
  clipboard: ClipboardList,
  book: BookOpen,
  ticket: Ticket,
  wrench: Wrench,
}
