import { canCreateInvitation } from '../../../domain/invitations/rules.ts'
import { ownPolicy } from '../../api/own-policy.ts'
import { paths } from '../../app/paths.ts'
import { invitationView } from '../../features/invitations/list/invitation-view.ts'
import { InvitationsList } from '../../features/invitations/list/invitations-list.tsx'
import { useActor, useSendsMail } from '../../features/session/session.ts'
import { useWords } from '../../i18n/use-words.ts'
import { ActionButton } from '../../ui/actions/action-button.tsx'
import { type PageAction, PageActions } from '../../ui/actions/page-actions.tsx'
import { PageHeader } from '../../ui/looks/page-header.tsx'
import { EmptyState } from '../../ui/waiting/states.tsx'
import styles from '../../ui/lists/list-page.module.css'
import { useListView } from '../../ui/lists/use-list-view.ts'

/** Invitations that the organisation made or was handed; the address is the view. */
export function Component() {
  const { t } = useWords()
  const actor = useActor()
  const sendsMail = useSendsMail()
  const at = useListView(invitationView)

  const { kind } = actor.organization
  const mayCreate = canCreateInvitation(actor, ownPolicy())
  const who = kind === 'customer' ? 'customer' : kind === 'indirect_reseller' ? 'reseller' : 'maker'
  const actions: (PageAction | false)[] = [
    mayCreate.allowed && { to: paths.messageTemplates, icon: 'document', label: t('kit.templates') },
    who === 'maker' && { to: paths.funnel, variant: 'subtle', label: t('funnel.open') },
    mayCreate.allowed && { to: paths.reminderSettings, variant: 'subtle', label: t('reminders.settings.open') },
    mayCreate.allowed && { to: paths.bulkInvitations, icon: 'upload', label: t('bulk.open') },
    mayCreate.allowed && { to: paths.newInvitation, variant: 'accent', icon: 'plus', label: t('invitations.new') },
  ]
  return (
    <div className={styles.page}>
      <PageHeader title={t('invitations.title')} action={
        <>
          <PageActions actions={actions.filter((action) => action !== false)} />
          {!mayCreate.allowed && <ActionButton verdict={mayCreate} icon="plus">{t('invitations.new')}</ActionButton>}
        </>
      } />
      <InvitationsList actor={actor} sendsMail={sendsMail} at={at} linkTo={paths.invitation} empty={
        <EmptyState title={t(`invitations.list.empty.${who}.title`)}>{t(`invitations.list.empty.${who}.body`)}</EmptyState>
      } />
    </div>
  )
}
