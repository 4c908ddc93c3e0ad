import { canRequestPartnership } from '../../../domain/partnerships/lifecycle.ts'
import { paths } from '../../app/paths.ts'
import { InviteList } from '../../features/partnerships/invite-list.tsx'
import { InviteReseller } from '../../features/partnerships/invite-reseller.tsx'
import { PartnershipList } from '../../features/partnerships/partnership-list.tsx'
import { PartnershipMeaning } from '../../features/partnerships/partnership-meaning.tsx'
import { RequestPartnership } from '../../features/partnerships/request-partnership.tsx'
import { useActor } from '../../features/session/session.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Columns, Stack } from '../../ui/looks/layout.tsx'
import { PageHeader } from '../../ui/looks/page-header.tsx'
import { EmptyState } from '../../ui/waiting/states.tsx'

export function Component() {
  const { t } = useWords()
  const actor = useActor()
  const { organization } = actor
  if (organization.kind === 'customer') {
    return (
      <>
        <PageHeader title={t('partnerships.title')} />
        <EmptyState title={t('partnerships.customer.title')}>{t('partnerships.customer.text')}</EmptyState>
      </>
    )
  }
  return (
    <>
      <PageHeader title={t(organization.kind === 'indirect_reseller' ? 'app.nav.providers' : 'app.nav.resellers')}
        lead={t('partnerships.lead')} />
      <Columns of="minmax(0, 5fr) minmax(260px, 3fr)" below={900} gap={4} align="start">
        <Stack gap={4}>
          <PartnershipList actor={actor} agreementAddress={paths.organization} />
          {organization.kind === 'indirect_provider' && <InviteList provider={organization.displayName} />}
        </Stack>
        <Stack gap={4}>
          <RequestPartnership actor={actor} />
          {canRequestPartnership(actor).allowed && <InviteReseller provider={organization.displayName} />}
          <PartnershipMeaning />
        </Stack>
      </Columns>
    </>
  )
}
