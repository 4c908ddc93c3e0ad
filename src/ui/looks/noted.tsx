import type { ReactNode } from 'react'
import { Icon, type IconName } from '../marks/icon.tsx'
import { type Looks, Marked } from './layout.tsx'

type Props = Looks & { as?: 'p' | 'li'; role?: 'status'; icon: IconName; mark?: Looks['tone']; children: ReactNode }

/** A sentence with its mark, whose tone is `mark`. */
export const Noted = ({ as = 'p', icon, mark, children, ...looks }: Props) => (
  <Marked as={as} {...looks}><Icon name={icon} tone={mark} /><span>{children}</span></Marked>
)
