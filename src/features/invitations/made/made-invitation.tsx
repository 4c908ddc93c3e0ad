import { useLayoutEffect, useRef } from 'react'
import type { InvitationWithLink } from '../../../../domain/invitations/schemas.ts'
import type { Actor } from '../../../../domain/session/actor.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { CopyButton } from '../../../ui/actions/copy-button.tsx'
import { Icon } from '../../../ui/marks/icon.tsx'
import { Line, Stack } from '../../../ui/looks/layout.tsx'
import { Noted } from '../../../ui/looks/noted.tsx'
import { LinkTable } from '../kit/link-table.tsx'
import { MakerKit } from '../kit/maker-kit.tsx'
import { LinkBox } from './link-box.tsx'
import { MicrosoftLink } from './microsoft-link.tsx'
import styles from './made-invitation.module.css'

type Props = {
  actor: Actor
  made: InvitationWithLink
  sendsMail: boolean
  /** The invitation was just made, has a new link, or its maker asked for the link. */
  why?: 'made' | 'reissued' | 'link_shown'
}

const titles = { made: 'invitations.made.title', reissued: 'invitations.made.reissued', link_shown: 'invitations.made.shown' } as const

/** The link, its message, and Microsoft's own link or why there is none. */
export function MadeInvitation({ actor, made, sendsMail, why = 'made' }: Props) {
  const { t } = useWords()
  const heading = useRef<HTMLHeadingElement>(null)
  useLayoutEffect(() => heading.current?.focus({ preventScroll: true }), [])
  const { link, microsoftLink, reseller } = made
  return (
    <Stack gap={4} className={styles.made}>
      <Line as="h2" ref={heading} tabIndex={-1} quiet gap={2} align="center" className={styles.title}>
        <Icon name="success" size={24} /><span>{t(titles[why])}</span>
      </Line>
      {reseller && why !== 'link_shown' && <p>{t('invitations.made.handed_over', { reseller: reseller.displayName })}</p>}
      <LinkBox label={t('invitations.made.link')} link={link}>
        <CopyButton text={link} label={t('invitations.copy')} variant="accent" />
      </LinkBox>
      <Noted icon="caution" mark="caution" callout="caution" box="caution-soft" pad="3 4">{t('invitations.made.once')}</Noted>
      <MakerKit actor={actor} made={made} sendsMail={sendsMail} records={why === 'made'} />
      <MicrosoftLink link={microsoftLink} />
      <LinkTable />
    </Stack>
  )
}
