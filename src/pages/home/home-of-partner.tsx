import { isGdapAvailable } from '../../../domain/gdap/relationship-rules.ts'
import { canCreateInvitation } from '../../../domain/invitations/rules.ts'
import type { PartnerKind } from '../../../domain/organizations/kinds.ts'
import type { Actor } from '../../../domain/session/actor.ts'
import { ownPolicy } from '../../api/own-policy.ts'
import { paths } from '../../app/paths.ts'
import { useWords } from '../../i18n/use-words.ts'
import { ActionButton } from '../../ui/actions/action-button.tsx'
import { ButtonLink } from '../../ui/actions/button.tsx'
import { Box, Columns } from '../../ui/looks/layout.tsx'
import { PageHeader } from '../../ui/looks/page-header.tsx'
import { HomeEvents } from './home-events.tsx'
import { HomeTiles } from './home-tiles.tsx'
import { HomeWaiting } from './home-waiting.tsx'

export function PartnerHome({ actor, kind }: { actor: Actor; kind: PartnerKind }) {
  const { t } = useWords()
  const policy = ownPolicy()
  const verdict = canCreateInvitation(actor, policy)
  const invite = verdict.allowed
    ? <ButtonLink variant="accent" icon="plus" to={paths.newInvitation}>{t('home.invite')}</ButtonLink>
    : <ActionButton variant="accent" icon="plus" verdict={verdict}>{t('home.invite')}</ActionButton>
  return (
    <Box measure="1280px">
      <PageHeader title={t('home.title')} lead={t('home.lead', { organization: actor.organization.displayName })} action={invite} />
      <HomeTiles kind={kind} hasGranularAdmin={isGdapAvailable(policy).allowed} />
      <Columns of="minmax(0, 5fr) minmax(280px, 3fr)" gap={4} align="start" before={4} below={900}>
        <HomeWaiting kind={kind} mayInvite={verdict.allowed} />
        <HomeEvents />
      </Columns>
    </Box>
  )
}
