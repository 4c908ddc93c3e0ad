import { type Query, QueryCache, QueryClient } from '@tanstack/react-query'
import { onPersonLeft } from './tabs/acting-as.ts'
import { NetworkError, ProblemError } from './problem-error.ts'

const mayPass = (error: Error | null) =>
  error instanceof NetworkError || (error instanceof ProblemError && error.problem.status === 503)

const askedToWait = (error: Error | null): number => (error instanceof ProblemError ? (error.retryAfterSeconds ?? 0) * 1000 : 0)

const longestPause = 30_000

/** Since when no answer has come, whatever was asked for. */
let awaySince: number | undefined

/** What failed for a reason that may pass is asked for again by itself: the longer it has been so, the longer the pause. */
const untilNextTry = ({ state: { error } }: Pick<Query, 'state'>): number | false => {
  if (!mayPass(error)) return false
  const away = performance.now() - (awaySince ?? performance.now())
  return Math.max(askedToWait(error), Math.min(1_000 + away / 2, longestPause))
}

/** Answers stay fresh until an event says otherwise; only what may pass by itself is tried again, and writes never are. */
export const queryClient: QueryClient = new QueryClient({
  queryCache: new QueryCache({
    onError: (error) => {
      if (mayPass(error)) awaySince ??= performance.now()
    },
    onSuccess: () => {
      if (awaySince === undefined) return
      awaySince = undefined
      // The others need not wait for their own pause to end.
      void queryClient.refetchQueries({ type: 'active', predicate: ({ state }) => mayPass(state.error) })
    },
  }),
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      networkMode: 'always',
      retry: (failures, error) => failures < 2 && awaySince === undefined && mayPass(error),
      retryDelay: (attempt, error) => askedToWait(error) || 400 * 2 ** attempt,
      refetchInterval: untilNextTry,
    },
    mutations: { networkMode: 'always', retry: false },
  },
})

// What one person was shown is not there for the next; what a page asked for while the session was on its way is its person's.
onPersonLeft(() => queryClient.clear())
