import { QueryClient } from '@tanstack/react-query'
import { NetworkError, ProblemError } from './problem-error.ts'

const mayPass = (error: Error) => error instanceof NetworkError || (error instanceof ProblemError && error.problem.status === 503)

/** Answers stay fresh until an event says otherwise; only what may pass by itself is tried again, and writes never are. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      networkMode: 'always',
      retry: (failures, error) => failures < 2 && mayPass(error),
      retryDelay: (attempt, error) =>
        error instanceof ProblemError && error.retryAfterSeconds ? error.retryAfterSeconds * 1000 : 400 * 2 ** attempt,
    },
    mutations: { networkMode: 'always', retry: false },
  },
})
