import { useInfiniteQuery } from '@tanstack/react-query'
import { isGdapAvailable } from '../../../domain/gdap/relationship-rules.ts'
import type { Page } from '../../../domain/page.ts'
import type { Actor } from '../../../domain/session/actor.ts'
import { ownPolicy } from '../../api/own-policy.ts'
import { customerQueries } from '../../features/customers/customer-queries.ts'
import { customerView } from '../../features/customers/list/customer-view.ts'
import { gdapQueries } from '../../features/gdap/gdap-queries.ts'
import { gdapView } from '../../features/gdap/list/gdap-view.ts'
import { invitationQueries } from '../../features/invitations/invitation-queries.ts'
import { invitationView } from '../../features/invitations/list/invitation-view.ts'
import { forWhom } from '../../features/invitations/new/for-whom.ts'
import { useWords } from '../../i18n/use-words.ts'
import type { IconName } from '../../ui/marks/icon.tsx'
import { paths } from '../paths.ts'
import { type Group, type Row, shownOfEach } from './palette-rows.ts'

type Answer<Item> = {
  data: { pages: readonly Page<Item>[] } | undefined
  isPlaceholderData: boolean
  isPending: boolean
  isError: boolean
  refetch: () => unknown
}
type Found = { id: string; label: string; note?: string; to: string }
type Made<Item> = {
  id: 'customers' | 'invitations' | 'rights'
  title: string
  list: string
  icon: IconName
  rowOf: (item: Item) => Found
}

/** What is found of a partner's rows, by the queries and for the addresses of its lists. */
export function useFound({ organization: { kind } }: Actor, sought: string): readonly Group[] {
  const { t, formatNumber } = useWords()
  const address = new URLSearchParams({ search: sought })
  const enabled = kind !== 'customer' && sought !== ''
  const hasRights = enabled && isGdapAvailable(ownPolicy()).allowed
  const customers = useInfiniteQuery({ ...customerQueries.list(customerView.read(address)), enabled })
  const invitations = useInfiniteQuery({ ...invitationQueries.list(invitationView.read(address)), enabled })
  const rights = useInfiniteQuery({ ...gdapQueries.list(gdapView.read(address)), enabled: hasRights })
  if (!enabled) return []

  const groupOf = <Item>(answer: Answer<Item>, { id, title, list, icon, rowOf }: Made<Item>): Group => {
    const all = `${list}?${address}`
    if (answer.isError) {
      const retry: Row = { id: `${id} retry`, label: t('ui.error.retry'), icon: 'refresh', act: () => void answer.refetch() }
      return { id, title, hasFailed: true, rows: [retry] }
    }
    const page = answer.data?.pages[0]
    const rows: Row[] = (page?.items ?? []).slice(0, shownOfEach).map((item) => ({ icon, ...rowOf(item) }))
    const total = page?.total
    if (total && (total.capped || total.count > shownOfEach)) {
      const count = formatNumber(total.count)
      const label = t(`palette.all.${id}`, { total: total.capped ? t('ui.total.capped', { count }) : count, text: sought })
      rows.push({ id: `${id} all`, label, icon: 'arrowRight', to: all })
    }
    return { id, title, rows, isStale: answer.isPlaceholderData, isComing: answer.isPending }
  }
  return [
    groupOf(customers, {
      id: 'customers', title: t('customers.title'), list: paths.customers, icon: 'customers',
      rowOf: ({ id, companyProfile: { companyName, domain } }) => ({
        id: `customer ${id}`, label: companyName, note: domain, to: paths.customer(id),
      }),
    }),
    groupOf(invitations, {
      id: 'invitations', title: t('invitations.title'), list: paths.invitations, icon: 'invitations',
      rowOf: (invitation) => ({
        id: `invitation ${invitation.id}`, label: forWhom(invitation, t), to: paths.invitation(invitation.id),
        note: t(`invitations.state.${invitation.state}`),
      }),
    }),
    ...(hasRights ? [groupOf(rights, {
      id: 'rights', title: t('palette.rights'), list: paths.gdapList, icon: 'shield',
      rowOf: ({ id, displayName, customer, status }) => ({
        id: `rights ${id}`, label: displayName, to: paths.gdap(id),
        note: [customer?.displayName, t(`delegated-admin.status.${status}`)].filter(Boolean).join(' · '),
      }),
    })] : []),
  ]
}
