import type { Customer } from '../../../../../domain/customers/schemas.ts'
import { canCreateInvitation } from '../../../../../domain/invitations/rules.ts'
import type { Actor } from '../../../../../domain/session/actor.ts'
import { ownPolicy } from '../../../../api/own-policy.ts'
import { useWords } from '../../../../i18n/use-words.ts'
import { ButtonLink } from '../../../../ui/actions/button.tsx'
import { Stack } from '../../../../ui/looks/layout.tsx'
import { Reason } from '../../../../ui/actions/reason.tsx'
import { RuleLink } from '../../../../ui/actions/rule-link.tsx'
import type { RequestLinks } from '../request-links.ts'

type Props = {
  actor: Actor
  links: Pick<RequestLinks, 'invite'>
  customer?: Pick<Customer, 'id'> & Partial<Pick<Customer, 'companyProfile'>>
  isOpen?: boolean
}

/** BR-101: warns before sending that an approval makes no reseller relationship, and says what does. */
export function NoReseller({ actor, links, customer, isOpen = false }: Props) {
  const { t } = useWords()
  const verdict = canCreateInvitation(actor, ownPolicy())
  const named = customer && {
    tenantId: customer.id,
    ...(customer.companyProfile && { companyName: customer.companyProfile.companyName, domain: customer.companyProfile.domain }),
  }
  return (
    <Stack gap={3} align="start" callout="info" box="info-soft" pad="3 4" role="note">
      <p>
        <span>{t(isOpen ? 'gdap-requests.no_reseller.open' : 'gdap-requests.no_reseller')}</span> <RuleLink rule="BR-101" />
      </p>
      {verdict.allowed ? (
        <ButtonLink to={links.invite} icon="invitations" {...(named && { state: { customer: named } })}>
          {t('gdap-requests.no_reseller.invite')}
        </ButtonLink>
      ) : <Reason refusal={verdict} />}
    </Stack>
  )
}
