import type { ReactNode } from 'react'
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { useWords } from '../../i18n/use-words.ts'
import { IconButton } from '../actions/button.tsx'
import styles from './dialog-modal.module.css'
import type { Elements } from '../elements.ts'
import { Line, Row } from '../looks/layout.tsx'
import { ReasonsOnce, SharedReasons } from '../actions/reasons-once.tsx'

export type DialogProps = {
  isOpen: boolean
  onClose: () => void
  title: string
  children: Elements
  /** The buttons, the acting one last; closing is always there. */
  actions?: ReactNode
  size?: 'small' | 'medium' | 'large'
}

export function DialogModal({ isOpen, onClose, title, children, actions, size = 'medium' }: DialogProps) {
  const { t } = useWords()
  return (
    <ModalOverlay isOpen={isOpen} isDismissable onOpenChange={(open) => !open && onClose()} className={styles.scrim ?? ''}>
      <Modal className={`${styles.modal} ${styles[size]}`}>
        <Dialog className={styles.dialog ?? ''}>
          <Line gap={3} align="start" justify="between" pad="4 4 0 6" className={styles.head}>
            <Heading slot="title" level={2}>{title}</Heading>
            <IconButton icon="close" label={t('ui.dialog.close')} onPress={onClose} />
          </Line>
          <ReasonsOnce isApart>
            <div className={styles.body}><SharedReasons />{children}</div>
            {actions && <Row gap={2} justify="end" ruled="before" pad="4 6">{actions}</Row>}
          </ReasonsOnce>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
