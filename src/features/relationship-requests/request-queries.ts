import { pagesOf } from '../../api/reading.ts'

export const requestViews = ['open', 'answered', 'all'] as const
export type RequestView = (typeof requestViews)[number]

/** The key begins with the noun whose changes move a request: the partner's invitations, the customer's receipts. */
export const requestQueries = {
  list: (view: RequestView, isCustomer: boolean) => ({
    ...pagesOf(
      [isCustomer ? 'receipts' : 'invitations', 'requests', view], '/relationship-requests', 50,
      { state: view === 'all' ? undefined : view },
    ),
    // What a customer has just opened in another tab, nobody tells this one.
    staleTime: 0,
  }),
}
