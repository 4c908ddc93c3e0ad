import { isGdapAvailable } from '../../../domain/gdap/relationship-rules.ts'
import type { Actor } from '../../../domain/session/actor.ts'
import { ownPolicy } from '../../api/own-policy.ts'
import { paths } from '../../app/paths.ts'
import { useWords } from '../../i18n/use-words.ts'
import { ButtonLink } from '../../ui/actions/button.tsx'
import type { Elements } from '../../ui/elements.ts'
import { PageHeader } from '../../ui/looks/page-header.tsx'
import { Reason } from '../../ui/actions/reason.tsx'
import { EmptyState } from '../../ui/waiting/states.tsx'

type Props = { actor: Actor; title: string; back?: { to: string; label: string }; children: Elements }

/** Shows a partner's GDAP page where its cloud has GDAP, else why not and where to go. */
export function GranularAdminGate({ actor: { organization }, title, back, children }: Props) {
  const { t } = useWords()
  const isAvailable = isGdapAvailable(ownPolicy())
  const isCustomer = organization.kind === 'customer'
  if (isAvailable.allowed && !isCustomer) return children
  return (
    <>
      <PageHeader title={title} {...(back && !isCustomer && { back })} />
      {isAvailable.allowed || isCustomer ? (
        <EmptyState title={t('gdap-board.customer.title')}
          action={<ButtonLink to={paths.myPartners} icon="partnerships">{t('gdap-board.customer.link')}</ButtonLink>}>
          {t('gdap-board.customer.text')}
        </EmptyState>
      ) : (
        <EmptyState title={t('gdap-board.unavailable.title')}
          action={<ButtonLink to={paths.dap} icon="key">{t('gdap-board.to.dap')}</ButtonLink>}>
          <Reason refusal={isAvailable} />
        </EmptyState>
      )}
    </>
  )
}
