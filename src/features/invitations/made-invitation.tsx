import { useEffect, useRef } from 'react'
import type { InvitationWithLink } from '../../../domain/invitations/schemas.ts'
import { useWords } from '../../i18n/use-words.ts'
import { CopyButton } from '../../ui/copy-button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { LinkBox } from './link-box.tsx'
import { mailtoOf } from './mailto.ts'
import { MicrosoftLink } from './microsoft-link.tsx'
import styles from './made-invitation.module.css'

type Props = { made: InvitationWithLink; reissued?: boolean }

/** The link, once: says that it is shown only now, what to do with it, and Microsoft's own link or why there is none. */
export function MadeInvitation({ made, reissued = false }: Props) {
  const { t } = useWords()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])
  const { link, message, microsoftLink, reseller, customer } = made
  return (
    <div className={styles.made}>
      <h2 ref={heading} tabIndex={-1} className={styles.title}>
        <Icon name="success" size={24} />{t(reissued ? 'invitations.made.reissued' : 'invitations.made.title')}
      </h2>
      <p>{reseller ? t('invitations.made.handed_over', { reseller: reseller.displayName }) : t('invitations.made.send_yourself')}</p>
      <LinkBox label={t('invitations.made.link')} link={link}>
        <CopyButton text={link} label={t('invitations.copy')} variant="accent" />
        <CopyButton text={message.text} label={t('invitations.message.copy')} />
        <a className={styles.mail} href={mailtoOf(message, customer?.email)}><Icon name="mail" />{t('invitations.open_in_mail')}</a>
      </LinkBox>
      <p className={styles.once}><Icon name="caution" />{t('invitations.made.once')}</p>
      <MicrosoftLink link={microsoftLink} />
    </div>
  )
}
