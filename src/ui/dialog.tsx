import { lazy, type ReactNode } from 'react'
import type { Elements } from './elements.ts'
import { LatePart } from './late-part.tsx'

const Modal = lazy(() => import('./dialog-modal.tsx').then(({ DialogModal }) => ({ default: DialogModal })))

export type DialogProps = {
  isOpen: boolean
  onClose: () => void
  title: string
  children: Elements
  /** Buttons, the one that acts last; closing is always there. */
  actions?: ReactNode
  size?: 'small' | 'medium' | 'large'
}

/** Asks for one thing before the page goes on; the focus comes back to where it was. Its code is fetched when it first opens. */
export function Dialog(props: DialogProps) {
  return props.isOpen ? <LatePart onClose={props.onClose}><Modal {...props} /></LatePart> : null
}
