import { lazy } from 'react'
import type { DialogProps } from './dialog-modal.tsx'
import { LatePart } from '../waiting/late-part.tsx'

const Modal = lazy(() => import('./dialog-modal.tsx').then(({ DialogModal }) => ({ default: DialogModal })))

/** Asks for one thing before the page goes on; the focus comes back to where it was. Its code is fetched when it first opens. */
export function Dialog(props: DialogProps) {
  return props.isOpen ? <LatePart onClose={props.onClose}><Modal {...props} /></LatePart> : null
}
