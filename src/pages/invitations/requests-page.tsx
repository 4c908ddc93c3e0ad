import { useSearchParams } from 'react-router'
import { paths } from '../../app/paths.ts'
import { RequestList } from '../../features/relationship-requests/request-list.tsx'
import { requestViews } from '../../features/relationship-requests/request-queries.ts'
import { useActor } from '../../features/session/session.ts'
import { useWords } from '../../i18n/use-words.ts'
import { PageHeader } from '../../ui/looks/page-header.tsx'
import { ViewLinks } from '../../ui/lists/view-links.tsx'

const links = { invitation: paths.invitation, receipt: paths.receipt, customer: paths.customer, myPartners: paths.myPartners }

/** Requests to customers and their answers, for both sides; the address is the view. */
export function Component() {
  const { t } = useWords()
  const [search] = useSearchParams()
  const isCustomer = useActor().organization.kind === 'customer'
  const view = requestViews.find((each) => each === search.get('view')) ?? 'open'
  return (
    <>
      <PageHeader title={t('requests.title')} lead={t(isCustomer ? 'requests.lead.customer' : 'requests.lead.partner')} />
      <RequestList view={view} isCustomer={isCustomer} links={links}>
        <ViewLinks label={t('requests.views')} views={requestViews} view={view} linkTo={paths.requests}
          wordOf={(each) => t(`requests.view.${each}`)} />
      </RequestList>
    </>
  )
}
