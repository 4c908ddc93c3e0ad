import type { LoaderFunctionArgs } from 'react-router'
import { canImportCustomers } from '../../../domain/customers/rules.ts'
import { canCreateInvitation } from '../../../domain/invitations/rules.ts'
import { ownPolicy } from '../../api/own-policy.ts'
import { personOf } from '../../api/tabs/kept-work.ts'
import { queryClient } from '../../api/query-client.ts'
import { paths } from '../../app/paths.ts'
import { customerQueries } from '../../features/customers/customer-queries.ts'
import { customerView } from '../../features/customers/list/customer-view.ts'
import { CustomersList } from '../../features/customers/list/customers-list.tsx'
import { ExportButtons } from '../../features/customers/list/export-buttons.tsx'
import { ImportNotice } from '../../features/customers/import/import-notice.tsx'
import { useActor } from '../../features/session/session.ts'
import { useWords } from '../../i18n/use-words.ts'
import { ActionButton } from '../../ui/actions/action-button.tsx'
import { ButtonLink } from '../../ui/actions/button.tsx'
import { Row } from '../../ui/looks/layout.tsx'
import { PageHeader } from '../../ui/looks/page-header.tsx'
import { EmptyState } from '../../ui/waiting/states.tsx'
import { joined } from '../../ui/joined.ts'
import { useListView } from '../../ui/lists/use-list-view.ts'
import listStyles from '../../ui/lists/list-page.module.css'
import styles from './customers-page.module.css'

/** Requests the first rows while code and session load. */
export function loader({ request }: LoaderFunctionArgs) {
  void queryClient.prefetchInfiniteQuery(customerQueries.list(customerView.read(new URL(request.url).searchParams)))
  return null
}

/** The actor's customers. The address is the view, so it can be shared and survives back and forward. */
export function Component() {
  const { t } = useWords()
  const actor = useActor()
  const at = useListView(customerView)

  const { kind } = actor.organization
  const mayImport = canImportCustomers(actor)
  const mayInvite = canCreateInvitation(actor, ownPolicy())
  const toImport = mayImport.allowed
    ? <ButtonLink to={paths.importCustomers} icon="upload">{t('customers.import.title')}</ButtonLink>
    : <ActionButton verdict={mayImport} icon="upload">{t('customers.import.title')}</ActionButton>

  if (kind === 'customer') {
    return (
      <>
        <PageHeader title={t('customers.title')} />
        <EmptyState title={t('customers.empty.customer_title')}>{t('customers.empty.customer')}</EmptyState>
      </>
    )
  }
  const who = kind === 'indirect_reseller' ? 'reseller' : 'owner'
  return (
    <div className={joined(listStyles.page, styles.page)}>
      <PageHeader title={t('customers.title')} action={
        <Row gap={2} align="start">
          <Row gap={2} className={styles.export}><ExportButtons at={at} /></Row>
          {toImport}
        </Row>
      } />
      <ImportNotice person={personOf(actor)} importLink={paths.importCustomers} />
      <CustomersList
        at={at} kind={who} ownId={actor.organization.id} linkTo={paths.customer} invitationsLink={paths.invitations}
        empty={
          <EmptyState title={t('customers.empty.title')} action={
            who === 'reseller'
              ? <ButtonLink to={paths.invitations}>{t('customers.empty.to_invitations')}</ButtonLink>
              : (
                <>
                  {mayImport.allowed && (
                    <ButtonLink to={paths.importCustomers} variant="accent" icon="upload">{t('customers.import.title')}</ButtonLink>
                  )}
                  {mayInvite.allowed && <ButtonLink to={paths.newInvitation} icon="plus">{t('customers.empty.invite')}</ButtonLink>}
                </>
              )
          }>
            {t(`customers.empty.${who === 'owner' && !mayImport.allowed ? 'owner_cannot' : who}`)}
          </EmptyState>
        }
      />
    </div>
  )
}
