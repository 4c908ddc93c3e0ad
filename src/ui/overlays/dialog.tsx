import { lazy } from 'react'
import type { DialogProps } from './dialog-modal.tsx'
import { LatePart } from '../waiting/late-part.tsx'

const Modal = lazy(() => import('./dialog-modal.tsx').then(({ DialogModal }) => ({ default: DialogModal })))

/** Asks one thing and returns the focus. Its code loads when it first opens. */
export function Dialog(props: DialogProps) {
  return props.isOpen ? <LatePart onClose={props.onClose}><Modal {...props} /></LatePart> : null
}
